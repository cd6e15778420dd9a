"""People call everything "dismissed" or "diversion": the answers that say a plea came first all the same."""

import pytest


WITHOUT_PLEA = ("no_plea_diversion", "dismissed_without_plea")

# What says that a plea came first, and what looks like it and does not.
PLEA_SIGNS = [
    pytest.param({"said_guilty": "yes"}, True, id="guilty was said"),
    pytest.param({"said_guilty": "no"}, False, id="guilty was not said"),
    pytest.param({"said_guilty": "unsure"}, False, id="not sure that guilty was said"),
    pytest.param({"program_plea": "guilty"}, True, id="guilty before the program"),
    pytest.param({"program_plea": "no_contest"}, True, id="no contest before the program"),
    pytest.param({"program_plea": "not_guilty"}, False, id="not guilty before the program"),
    pytest.param({"program": "pc1000_deferred_entry"}, True, id="deferred entry"),
    pytest.param({"program": "prop36"}, True, id="prop 36"),
    pytest.param({"program": "sentence_deferral"}, True, id="sentence deferral"),
    pytest.param({"program": "other_plea_first"}, True, id="another program after a plea"),
    pytest.param({"program": "informal_plea_deal"}, True, id="an informal deal"),
    pytest.param({"program": "pretrial_diversion"}, False, id="pretrial diversion"),
    pytest.param({"program": "none"}, False, id="no program"),
    pytest.param({"program": "prop36", "program_plea": "not_guilty"}, False, id="a name without a plea"),
    pytest.param(
        {"program": "pc1000_deferred_entry", "program_start_date": "1996-12-31"}, False, id="before 1997"
    ),
    pytest.param(
        {"program": "pc1000_deferred_entry", "program_start_date": "1997-01-01"}, True, id="from 1997"
    ),
    pytest.param(
        {"program": "prop36", "program_start_date": "1996", "program_plea": "guilty"},
        True,
        id="before 1997 but guilty was said",
    ),
    pytest.param({"later_relief": ["expunged_1203_4"]}, True, id="expunged"),
    pytest.param({"later_relief": ["reduced_17b"]}, True, id="reduced"),
    pytest.param({"later_relief": ["prop47"]}, True, id="prop 47"),
    pytest.param({"later_relief": ["prop64", "resentenced", "sealed", "pardoned"]}, False, id="other relief"),
    pytest.param({}, False, id="nothing"),
]
