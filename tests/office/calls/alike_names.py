"""Family names in two ways to write them, by kind: each two must meet. Put in by hand from names that are borne."""

from __future__ import annotations


SPANISH = """De Leon/Deleon, De Leon/DeLeón, Del Rio/Delrio, de la Cruz/Delacruz, de la Cruz/De Lacruz,
de la Rosa/Delarosa, De La Torre/Delatorre, De la O/Delao, de los Santos/Delossantos, de los Reyes/Delos Reyes,
de los Rios/Delosrios, de las Casas/Delascasas, Del Valle/Delvalle, Del Toro/Deltoro, Del Bosque/Delbosque,
De Anda/Deanda, De Jesus/Dejesus, de la Garza/Delagarza, De Luna/Deluna, De Soto/Desoto,
De Haro/Deharo, La Rosa/Larosa, Las Heras/Lasheras, San Martín/Sanmartin, San Juan/Sanjuan, San Miguel/Sanmiguel,
Santa Cruz/Santacruz, Santa María/Santamaria, Santa Ana/Santana, Monte Negro/Montenegro, Villa Nueva/Villanueva,
Villa Lobos/Villalobos, Ortega y Gasset/Ortega Gasset, Ponce de Leon/Ponce Deleon, Montes de Oca/Montes Deoca,
Cabeza de Vaca/Cabezadevaca"""
ARABIC = """Al Hassan/Alhassan, Al-Hassan/AlHassan, El Amin/Elamin, Al Amin/El-Amin, El Amin/Alamin, Al Sayed/Alsayed,
Al Masri/Elmasri, El Khoury/Elkhoury, Al Rashid/Ar-Rashid, Al-Rashid/Arrashid, Al Shami/Ash-Shami, Al Shami/Ashshami,
Al Sharif/Ashsharif, Al Najjar/Annajjar, Al Tamimi/At Tamimi, Al Zahrani/Azzahrani, As-Sadr/Al Sadr,
Abd al-Rahman/Abdulrahman, Abd al-Rahman/Abdurrahman, Abdel Rahman/Abdelrahman, Abd el-Rahman/Abdul Rahman,
Abd er Rahman/Abderrahman, Abdul Karim/Abdulkarim, Abd al-Karim/Abdelkarim, Abd Allah/Abdullah, Abdel Aziz/Abdulaziz,
Abd al Aziz/Abdelaziz, Abd al-Hamid/Abdulhamid, Abd al-Nasser/Abdelnasser, Abd-al-Nasser/Abdunnasser,
Abu Bakr/Abubakr, Abou Bakr/Abubakar, Abu Zaid/Abuzaid, Abu Khalil/Aboukhalil, Abu Saleh/Abusaleh,
Abu al-Hassan/Abulhassan, Bin Laden/Binladen, bin Salman/Binsalman, Ibn Saud/Ibnsaud, Ben Ali/Benali,
Ben Youssef/Benyoussef, Bou Azizi/Bouazizi, Nur al-Din/Nuruddin, Nour ed-Din/Noureddine, Salah al-Din/Salahuddin,
Shams ud Din/Shamsuddin, Zia ul Haq/Ziaulhaq, Saif ul Islam/Saiful Islam, Umm Kulthum/Ummkulthum,
Dhu al-Fiqar/Dhulfiqar"""
FRENCH = """Du Bois/Dubois, Du Pont/Dupont, Le Blanc/Leblanc, Le Roy/Leroy, La Croix/Lacroix, La Fontaine/Lafontaine,
La Fleur/Lafleur, De La Croix/Delacroix, de la Fontaine/Delafontaine, Des Champs/Deschamps, Des Rosiers/Desrosiers,
Le Fevre/Lefevre, Le Clerc/Leclerc, La Salle/Lasalle, La Rue/Larue, De La Rue/Delarue, St. Clair/Saint Clair,
St. Clair/Stclair, St. Pierre/Saintpierre, Saint-Pierre/Stpierre, St-Louis/Saint Louis, St. John/Stjohn,
Ste. Marie/Sainte-Marie, Sainte Croix/Stecroix, D'Arcy/Darcy, L'Heureux/Lheureux, De Gaulle/Degaulle,
Beau Champ/Beauchamp"""
PORTUGUESE = """da Silva/Dasilva, Da Silva/DaSilva, da Costa/Dacosta, da Cunha/Dacunha, da Rosa/Darosa,
dos Santos/Dossantos, dos Reis/Dosreis, dos Anjos/Dosanjos, das Neves/Dasneves, das Dores/Dasdores,
do Nascimento/Donascimento, do Carmo/Docarmo, de Oliveira/Deoliveira, de Souza/Desouza, D'Souza/De Souza,
Sá e Castro/Sá Castro, de Melo/Demelo, d'Almeida/Dalmeida, Castelo Branco/Castelobranco, São Pedro/Saopedro"""
ITALIAN = """Di Stefano/Distefano, Di Maggio/Dimaggio, Di Carlo/Dicarlo, Di Maria/Dimaria, Di Pietro/Dipietro,
Della Rosa/Dellarosa, Della Valle/Dellavalle, Della Rocca/Dellarocca, Lo Presti/Lopresti, Lo Bianco/Lobianco,
Lo Monaco/Lomonaco, La Rocca/Larocca, La Porta/Laporta, De Luca/Deluca, De Santis/Desantis, De Angelis/Deangelis,
Del Vecchio/Delvecchio, Del Monte/Delmonte, Dal Pozzo/Dalpozzo, Dalla Costa/Dallacosta, Dell'Acqua/Dell Acqua,
Dell'Orto/Dellorto, degli Esposti/Degliesposti, De Medici/Demedici, Dei Medici/Deimedici, Li Volsi/Livolsi,
D'Angelo/Dangelo, Santo Domingo/Santodomingo, San Filippo/Sanfilippo"""
IRISH = """Mc Donald/McDonald, Mc Donald/MacDonald, Mac Donald/Macdonald, Mc Carthy/MacCarthy, Mc Kenzie/Mackenzie,
Mc Gee/McGee, Mc Intyre/MacIntyre, Mc Allister/MacAllister, Mc Innis/Macinnis, Mc Neil/Macneil, Mc Bride/Macbride,
Mc Grath/Mcgrath, Mac Leod/McLeod, Mc Millan/Macmillan, Mc Queen/Macqueen, Mc Laughlin/McLaughlin, Mc Coy/McCoy,
Fitz Gerald/Fitzgerald, Fitz Patrick/Fitzpatrick, Ni Dhomhnaill/Nidhomhnaill, Ní Bhriain/Nibhriain,
Nic Giolla/Nicgiolla, Kil Patrick/Kilpatrick, Ap Rhys/Aprhys"""
DUTCH_GERMAN = """Van Dyke/Vandyke, Van Dyck/Vandyck, van der Berg/Vanderberg, van der Berg/Vander Berg,
van der Berg/Van Derberg, van den Berg/Vandenberg, van den Heuvel/Vanden Heuvel, Van Horn/Vanhorn, Van Buren/Vanburen,
van de Velde/Vandevelde, van de Velde/Vande Velde, Van Houten/Vanhouten, van 't Hof/Vanthof, 't Hooft/Thooft,
in 't Veld/Intveld, ten Broek/Tenbroek, ter Horst/Terhorst, te Velde/Tevelde, den Hartog/Denhartog, de Vries/Devries,
de Jong/Dejong, De Groot/Degroot, op den Berg/Opdenberg, von Braun/Vonbraun, von der Leyen/Vonderleyen,
von Trapp/Vontrapp, zu Guttenberg/Zuguttenberg, zum Felde/Zumfelde, zur Linden/Zurlinden, vom Hofe/Vomhofe,
am Ende/Amende, Ver Hagen/Verhagen"""
FILIPINO = """Dela Cruz/de la Cruz, Dela Cruz/Delacruz, Delos Santos/de los Santos, Delos Reyes/Delosreyes,
Dela Peña/Delapena, De Guzman/Deguzman, De Castro/Decastro, De Vera/Devera, De Ocampo/Deocampo,
Del Rosario/Delrosario, Del Mundo/Delmundo, San Pedro/Sanpedro, San Jose/Sanjose, Santo Tomas/Santotomas,
Dela Rosa/Delarosa, Delas Alas/de las Alas, Mag Saysay/Magsaysay"""
APOSTROPHE = """D'Souza/D Souza, D'Souza/DSouza, O'Neal/O Neal, O'Neal/Oneal, O’Neal/O‘Neal, O'Brien/O Brien,
Ó Briain/O'Briain, N'Diaye/N Diaye, N'Diaye/Ndiaye, M'Bappé/M Bappe, L'Esperance/L Esperance, D'Amico/D Amico,
D'Angelo/D Angelo, D'Cruz/D Cruz, O'Connor/O Connor, O´Hara/Ohara, O' Malley/O'Malley, K'Ogalo/Kogalo,
Ng'ang'a/Nganga, Sa'id/Said, Ta'amu/Taamu"""
# In Persian letters, h or ه after a consonant among them, and as English writes them.
PERSIAN = """زهرا/Zahra, سحر/Sahar, پهلوی/Pahlavi, زهره/Zohreh, سهراب/Sohrab, سهیلا/Soheila, شهلا/Shahla,
شهرام/Shahram, مهدی/Mehdi, مهناز/Mahnaz, بهرام/Bahram, تهرانی/Tehrani, اصفهانی/Esfahani, گهر/Gohar, کهن/Kohan,
صحرا/Sahra, سحرخیز/Saharkhiz, اسحاقی/Eshaghi, اسحاق/Ishaq, زهتاب/Zehtab, ظهوری/Zohouri, ذهبی/Zahabi, سهیل/Soheil,
سهیلی/Soheili, صحت/Sehat, پهلوان/Pahlavan, چهره/Chehreh, جهانگیر/Jahangir, رحیمی/Rahimi, رهنما/Rahnama,
نهاوندی/Nahavandi, قهرمانی/Ghahremani, قحطانی/Ghahtani, کهربا/Kahroba, مصحفی/Mushafi, شهریار/Shahriar,
مشهدی/Mashhadi, فرهادی/Farhadi, وحیدی/Vahidi, احمدی/Ahmadi, محمدی/Mohammadi, طاهری/Taheri, لهراسب/Lohrasb,
ناهید/Nahid, مهتاب/Mahtab, فاطمه/Fatemeh, الحسن/Al-Hassan, الحسن/Hassan, عبدالرحمن/Abdolrahman"""
# What stands between joined to the next word, and the syllables of one given name: each behind "Nguyễn".
VIETNAMESE = """Thị Hương/Thihuong, Văn Tuấn/Vantuan, Thu Hương/Thuhuong, Thu-Hương/ThuHuong, Kim Anh/Kimanh,
Ngọc Lan/Ngoclan, Minh Châu/Minhchau, Quốc Bảo/Quocbao"""

KINDS = {
    kind: [(one, other) for one, _, other in (two.strip().partition("/") for two in words.split(","))]
    for kind, words in {
        "Spanish": SPANISH,
        "Arabic": ARABIC,
        "French": FRENCH,
        "Portuguese": PORTUGUESE,
        "Italian": ITALIAN,
        "Irish and Scottish": IRISH,
        "Dutch and German": DUTCH_GERMAN,
        "Filipino": FILIPINO,
        "apostrophes": APOSTROPHE,
        "Persian letters": PERSIAN,
        "Vietnamese": VIETNAMESE,
    }.items()
}

# Given names to put before them.
GIVEN = {
    "Spanish": ("María Guadalupe", "José Luis", "Rosario", "Inés"),
    "Arabic": ("Layla", "Ahmed", "Youssef", "Nadia"),
    "French": ("Jean", "Marie", "Luc", "Odette"),
    "Portuguese": ("João", "Beatriz", "Tiago", "Helena"),
    "Italian": ("Giuseppe", "Chiara", "Enzo", "Paola"),
    "Irish and Scottish": ("Sean", "Maeve", "Duncan", "Fiona"),
    "Dutch and German": ("Pieter", "Anke", "Jürgen", "Liesbeth"),
    "Filipino": ("Jomar", "Maricel", "Rodrigo", "Imelda"),
    "apostrophes": ("Leroy", "Fatou", "Colin", "Preeti"),
    "Persian letters": ("رضا", "مریم", "پرویز", "شیرین"),
    "Vietnamese": ("Nguyễn", "Trần", "Phạm"),
}
