"""The codes of family F: what the reader found in the file itself."""

from argmap.check.codes.code import Code

CODES = (
    Code(
        "F001",
        "error",
        "not a map",
        "The file holds no argument map. A map is a TOML file whose first line is `argmap = 1`. "
        "`argmap new FILE` starts one.",
    ),
    Code(
        "F002",
        "error",
        "not a text file",
        "Map files are text in UTF-8. The place named holds a byte that is not; save the file again in that encoding.",
    ),
    Code(
        "F003",
        "error",
        "not valid TOML",
        "The table named can't be read as TOML; only its first error is told, but every broken table is. "
        "Most often a quotation mark is missing, or stands inside a text without a backslash before it.",
    ),
    Code(
        "F004",
        "error",
        "wrong type",
        "A key has a value of another sort than it needs, a key that must be there is missing, or a "
        "formula can't be read. The message says what was expected; `argmap schema` prints all types.",
    ),
    Code(
        "F005",
        "error",
        "id used twice",
        "Ids are one namespace: a reason can't have the id of a statement. Rename one of the two, and "
        "what points to it.",
    ),
    Code(
        "F006",
        "error",
        "merge conflict",
        "Git merged two versions of the map and left what both changed differently between lines that begin with "
        "<<<<<<<, ||||||| (the version both began from), ======= and >>>>>>>. `argmap FILE` opens the map and asks "
        "about each; `argmap resolve FILE` does it without the app. By hand, keep one side and delete the markers.",
    ),
    Code(
        "F101",
        "warning",
        "unknown key",
        "argmap does not know this key. It is kept when the map is saved, but means nothing; often it is "
        "a slip of the pen.",
    ),
    Code(
        "F102",
        "warning",
        "unknown table",
        "argmap does not know this table or root key. It is kept when the map is saved, but means nothing.",
    ),
    Code(
        "F103",
        "warning",
        "written by a newer argmap",
        "The file's format number is higher than this version knows. It opens read-only, so that nothing "
        "of it is lost; update argmap to edit it.",
    ),
    Code(
        "F104",
        "warning",
        "no format number",
        "The line `argmap = 1` is missing. The file is read as format 1.",
    ),
)
