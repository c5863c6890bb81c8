"""The Argument Interchange Format: the JSON of AIFdb, both ways, and its relatives xAIF and OVA, in.

Its ontology: Chesñevar et al. 2006, Towards an argument interchange format; its dialogue: Reed et al. 2008, AIF+;
its JSON: aifdb.org.
"""
