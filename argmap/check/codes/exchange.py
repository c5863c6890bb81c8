"""The codes of family I: what is found in another program's file, and what can't be said in one."""

from argmap.check.codes.code import Code

CODES = (
    Code(
        "I001",
        "error",
        "format not recognised",
        "The file is in no format that argmap reads, going by what it holds. `argmap import --help` lists the "
        "formats; `--format` reads it as one of them all the same.",
    ),
    Code(
        "I002",
        "error",
        "not well-formed",
        "The file is no UTF-8 text, or begins as JSON or XML and isn't that to its end. Nothing is taken from half "
        "a file. Save it again in UTF-8, or export it anew from the program it comes from.",
    ),
    Code(
        "I003",
        "error",
        "merge conflict",
        "Git left both sides of a merge in the file. Settle the conflict first; argmap takes neither side by itself.",
    ),
    Code(
        "I004",
        "error",
        "malformed",
        "The place named breaks the rules of the file's format, and whatever stands there could be lost or "
        "misread. argmap doesn't guess: mend the place, then import again.",
    ),
    Code(
        "I005",
        "error",
        "points to nothing",
        "Something is named that is defined nowhere in the file. Often it is a slip of the pen in a title, which "
        "would leave the argument without its conclusion. A sketch in Argdown that has titles only is taken in by "
        "`argmap import FILE --titles-as-texts`, which can't tell such slips.",
    ),
    Code(
        "I006",
        "error",
        "said twice, differently",
        "Two texts stand under one title or one number. Other programs keep the last one; argmap keeps neither "
        "before you have said which. Make them one, or give one of them a title of its own.",
    ),
    Code(
        "I007",
        "error",
        "no argument",
        "The file was read and holds no statement, or nothing that can be part of an argument map.",
    ),
    Code(
        "I008",
        "error",
        "too large",
        "The file is larger or nested deeper than argmap takes in.",
    ),
    Code(
        "I101",
        "warning",
        "left out",
        "An argument map has no place for this, so it isn't in the map. The file that was read is unchanged.",
    ),
    Code(
        "I102",
        "warning",
        "taken in another shape",
        "The words are in the map, but what they were there is said in another way here; the message says how.",
    ),
    Code(
        "I103",
        "warning",
        "not said in that format",
        "The format that was written has no place for this, so whoever reads the file doesn't find it. "
        "The map file has it still.",
    ),
)
