"""The codes of family S: whether what the map says of its texts is so."""

from argmap.check.codes.code import Code

CODES = (
    Code(
        "S101",
        "warning",
        "passage has moved",
        "The words that an anchor points to stand in another paragraph of the text than it says. "
        "`argmap source check --fix` writes the paragraph anew.",
    ),
    Code(
        "S102",
        "warning",
        "passage has changed",
        "The words that an anchor points to are not in the text any more, but others much like them are. Read them, "
        "and see whether the statement still says what they say: `argmap source check --fix` shows both and asks.",
    ),
    Code(
        "S103",
        "error",
        "passage is lost",
        "Nothing like the words that an anchor points to is in the text. Anchor the statement to another passage, "
        "or take the anchor out; `argmap source attach` names the right text, if this is another.",
    ),
    Code(
        "S104",
        "hint",
        "anchor without words and hash",
        "An anchor gives the first and last words of its passage, but not how many there are, or no hash of them. So "
        "nobody could tell if the text changed between. `argmap source check --fix` fills both in where the text "
        "is at hand.",
    ),
    Code(
        "S105",
        "warning",
        "source has changed",
        "The text of a source is another than the map was drawn from: its sha256 differs. Its anchors tell what became "
        "of each passage; once all are exact again, `argmap source check --fix` writes the new sha256.",
    ),
    Code(
        "S106",
        "hint",
        "text is not at hand",
        "The text of a source is not on this machine, so its anchors can't be checked here. Put it where the map's "
        "`file` says, or tell where it is: `argmap source attach MAP FILE`.",
    ),
    Code(
        "S107",
        "warning",
        "text can't be read",
        "The text of a source is there, but it can't be used: it is not UTF-8 text in a regular file, is empty or too "
        "large, lies outside the map's folder, or is another text than was attached. The message says what to do.",
    ),
    Code(
        "S108",
        "hint",
        "premise without a passage",
        "In a map that has a source, a premise either points to the passage that states it or is marked as supplied "
        "by the reader: `implicit = true`. This one does neither, so nobody can tell where it comes from.",
    ),
    Code(
        "S109",
        "warning",
        "quoted words that the passage doesn't hold",
        "A statement puts words in quotation marks that none of the passages it points to holds. Letter case, "
        "punctuation and footnote marks don't matter; an ellipsis may leave words out, and [brackets] may put some in. "
        "Quote what the text says, or take the quotation marks away.",
    ),
    Code(
        "S110",
        "warning",
        "quotation cut away from its hedge",
        "A statement quotes words of a sentence but leaves out what hedges them there: “may”, “unless”, “some”, “he "
        "claims”. The text says less than the quotation then does. Quote the hedge, too, or say it in your own words.",
    ),
    Code(
        "S111",
        "hint",
        "source without a digest",
        "A source's `sha256` says exactly which text the map was drawn from, so that a later change, or a wrong file, "
        "is noticed. `argmap source check --fix` fills it in.",
    ),
)
