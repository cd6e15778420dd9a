"""The remedies in the order in which the attorney reads them (contract section 3)."""

from screening.rules.remedies.pc1016_5 import PC1016_5
from screening.rules.remedies.pc1203_43 import PC1203_43
from screening.rules.remedies.pc1473_7_a1 import PC1473_7_A1
from screening.rules.remedies.pc1473_7_a2 import PC1473_7_A2
from screening.rules.remedies.pc1473_7_a3 import PC1473_7_A3


REMEDIES = (PC1473_7_A1, PC1473_7_A2, PC1473_7_A3, PC1016_5, PC1203_43)

__all__ = ["PC1016_5", "PC1203_43", "PC1473_7_A1", "PC1473_7_A2", "PC1473_7_A3", "REMEDIES"]
