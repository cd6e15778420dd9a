"""What each paper shows and how to ask for it, as the client copy tells it.

Source: the project's papers reference, its paragraphs for the client. It warns that pages age, so no fee,
telephone number or waiting time stands here. Where asking is for the lawyer alone, only `shows` is printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from screening.rules.text import Text, _


@dataclass(frozen=True)
class PaperWords:
    """`shows`: what the paper is and what it can show. `how`: how to ask for it, and what to look out for."""

    shows: Text
    how: Text


PAPER_WORDS: Mapping[str, PaperWords] = {
    "court_docket": PaperWords(
        _("This is a list of what happened in your case, day by day. It names charges, plea and result."),
        _(
            "Ask by mail or on the court’s website, or let a friend ask. Give your name at that time, your"
            " birth date and the case number. If the clerk says “no record”, ask them to look again by case"
            " number and in storage."
        ),
    ),
    "minute_orders": PaperWords(
        _(
            "After each day in court, the clerk writes one or two pages. They may show if the judge warned"
            " you and who helped you with language."
        ),
        _(
            "Ask for all of them: the day of the plea, the sentence, and the day the case was closed. If you"
            " had a class or program, ask for its first and last day."
        ),
    ),
    "charging_paper": PaperWords(
        _(
            "This paper says what the government said you did and under which law. It is"
            " called a complaint or an information. A case may have both."
        ),
        _(
            "Ask the clerk for both and for every changed copy. Do not write or explain anything about the"
            " charges."
        ),
    ),
    "plea_form": PaperWords(
        _(
            "When you said guilty or no contest, you may have signed a form with many small boxes. A lawyer"
            " looks at what it says about deportation, coming back to the U.S., and citizenship."
        ),
        _(
            "Ask for every page, front and back. Do not mark it. Write down on another paper who read it to"
            " you and in what language."
        ),
    ),
    "plea_transcript": PaperWords(
        _(
            "A court reporter typed what each person said on the day of your plea. This can show the real"
            " words of the judge."
        ),
        _(
            "First ask if a typed copy is already in your file: that costs much less. If not, find the"
            " reporter’s name in the minute order. Ask soon: old notes can be thrown away."
        ),
    ),
    "reporter_notes_certificate": PaperWords(
        _("If the court no longer has the reporter’s notes, a short letter that says so is useful."),
        _("Ask for a signature and a date on that letter. Keep it, even if it looks like bad news."),
    ),
    "probation_report": PaperWords(
        _(
            "Before the sentence, an officer may have written a report about your life, family and work. You"
            " may have a copy at any time."
        ),
        _("Do not show it to anyone but your lawyer."),
    ),
    "probation_discharge": PaperWords(
        _(
            "This shows the day probation ended. Most people never get a letter. The court papers show when"
            " it began and how long it was."
        ),
        _(
            "Did you leave the country or miss a visit? May there be a warrant? Then do not call the"
            " probation office. Ask a lawyer first."
        ),
    ),
    "abstract_of_judgment": PaperWords(
        _("This sheet lists each crime and the time the judge gave. In felony cases the court keeps it."),
        _("If you had only probation, ask for the probation order."),
    ),
    "certified_disposition": PaperWords(
        _("A certified paper has the court’s stamp. It shows how your case ended."),
        _(
            "Get it only when your lawyer says which pages need the stamp. Do not hand a letter from"
            " immigration to the clerk."
        ),
    ),
    "doj_rap_sheet": PaperWords(
        _(
            "This is the state’s list of your arrests and cases in California. It is for you and your"
            " lawyer. Do not give it to immigration, a boss or anyone else."
        ),
        _(
            "You fill in form BCIA 8016RR and mark “Record Review”. A private Live Scan shop takes your"
            " fingerprints. Do not go to a jail or a police station for it. Write your lawyer’s name where"
            " the form says “designee”. You can ask the state to drop its fee."
        ),
    ),
    "fbi_identity_history": PaperWords(
        _("This is the FBI’s list for the whole country. It needs fingerprints for a federal office."),
        _("Do not order it alone. Let your immigration lawyer decide if you need it, and send it."),
    ),
    "former_lawyer_file": PaperWords(
        _(
            "Your old lawyer’s file belongs to you. It may show what the lawyer told you and what deals were"
            " offered."
        ),
        _(
            "A short signed letter is best. Do not argue, and do not say what you plan to do. If the lawyer"
            " died or cannot be found, the State Bar can help."
        ),
    ),
    "dej_completion": PaperWords(
        _(
            "If you did a drug class and the case was closed, there may be a certificate. Many courts have"
            " thrown these papers away. That is common, and the law has another way."
        ),
        _(
            "Look at home first. Then ask the class office and the court for the papers of the first and"
            " last day. Keep every letter that says the papers are gone."
        ),
    ),
    "prop36_records": PaperWords(
        _(
            "Prop 36 gave treatment instead of jail from 2001 on. At the end the judge could set the case"
            " aside."
        ),
        _("Ask the court for the paper that sent you to Prop 36, and the paper that closed it."),
    ),
    "jail_cdcr_records": PaperWords(
        _(
            "These papers show when jail, prison or parole ended. The court’s minute orders often show the"
            " same."
        ),
        _("Do not go to the jail or the parole office alone."),
    ),
    "order_1203_4": PaperWords(
        _(
            "A judge may have expunged, reduced or cleared your case later. That helps in life. Only a lawyer"
            " can say if immigration still counts the case."
        ),
        _("Ask for that order. Show it to your lawyer, and do not rely on it."),
    ),
    "notice_to_appear": PaperWords(
        _(
            "This paper starts a case in immigration court. At the top it says “Notice to Appear”. It may"
            " name your old case in a list with numbers."
        ),
        _(
            "Look for the date you got it. If you have this paper and no lawyer, call one today. Never miss"
            " the court date."
        ),
    ),
    "form_i213": PaperWords(
        _("This is the officer’s report from the day immigration stopped or arrested a person."),
        _("Only your lawyer asks for it."),
    ),
    "removal_order": PaperWords(
        _("This paper says that a judge ordered a person to leave. Its date can matter a lot."),
        _(
            "If you have it, or think you may, talk to a lawyer before you ask any office for anything. Do"
            " not go to immigration alone."
        ),
    ),
    "eoir_record": PaperWords(
        _(
            "The immigration court keeps a file on each case. It shows the next court date and whether a"
            " judge decided."
        ),
        _("Only the lawyer asks for the full file. Do not go to immigration for it."),
    ),
    "uscis_a_file": PaperWords(
        _("This is the government’s folder about a person. A lawyer can ask for it."),
        _(
            "Let the lawyer ask with the lawyer’s address, not yours. It can take long, so talk about it"
            " early."
        ),
    ),
    "cbp_ice_foia": PaperWords(
        _("These are papers from the border police and from ICE."),
        _("Do not write to ICE yourself, and do not give ICE your address."),
    ),
    "uscis_denial_rfe": PaperWords(
        _(
            "This letter says no to papers, or asks for more. One part gives the reason. It may name your"
            " old case."
        ),
        _(
            "Find the date on top and the last day to answer. Do not let that day pass: take the letter to a"
            " lawyer today."
        ),
    ),
    "proof_of_ties": PaperWords(
        _(
            "These papers show your life in the year of your case: children, school, work, home, doctor. Old"
            " papers are better than new ones."
        ),
        _(
            "Make copies and keep the originals. Never change a paper. Ask a lawyer before you ask a tax or"
            " Social Security office."
        ),
    ),
    "letters_from_then": PaperWords(
        _(
            "Letters, cards and messages from the time of your case can show how you lived and what you"
            " thought."
        ),
        _(
            "Ask your family to look in boxes and phones. Keep the envelope and the date stamp. Take a"
            " picture of messages with the date showing. Do not write new letters to look old."
        ),
    ),
    "expert_analysis": PaperWords(
        _(
            "A lawyer reads your papers and writes what the old case does to you, and what change would"
            " help. This form cannot say that."
        ),
        _(
            "Bring the court papers and the letters that you have. Ask what it costs, and whether the lawyer"
            " does post-conviction work."
        ),
    ),
    "court_search_certificate": PaperWords(
        _("If the court says your file is gone, a paper with its stamp that says so can help you."),
        _(
            "Ask them to write if the file was destroyed, and when. It may also be sealed or in storage. You"
            " do not have to give a Social Security number."
        ),
    ),
    "own_citizenship_papers": PaperWords(
        _(
            "These papers show who is a U.S. citizen and who has a green card. Some people are citizens"
            " through a parent or grandparent and do not know it."
        ),
        _("Look also for the papers of your parents and grandparents. Show them to a lawyer."),
    ),
    "own_account": PaperWords(
        _("For some things there is no paper, only what you remember."),
        _("Tell it to a lawyer, and to nobody else."),
    ),
    "event_notice": PaperWords(
        _("The newest letter or notice shows the day, the hour and the place."),
        _("Do not trust your memory for a date. Keep the envelope."),
    ),
    "lawyer_discovery": PaperWords(
        _("There are papers of the police and the prosecutor that only a lawyer can ask for."),
        _("Do not call the police, the prosecutor or the victim for them."),
    ),
}
