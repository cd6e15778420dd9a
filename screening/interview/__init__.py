"""The questionnaire as a person walks it: sealed storage, the wizard, and the pages around it."""
