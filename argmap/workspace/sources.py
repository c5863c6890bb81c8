"""The texts of a map's sources: below the map's folder, or attached on this machine, or said why they aren't here."""

from pathlib import Path

from argmap.model import ArgumentMap
from argmap.model.sources import Source
from argmap.source import Document, Texts, words
from argmap.workspace.attached import attached, remember_attached
from argmap.workspace.files import SUFFIX, WorkspaceError, is_there, resolved
from argmap.workspace.text_files import read_text

_HEADING_WITHIN = 5
_LONGEST_TITLE = 120


class NotHere(WorkspaceError):
    """The text of a source isn't on this machine; the message says how it gets here."""


class OtherText(WorkspaceError):
    """A text is not the one that the map was drawn from: its digest is another."""


def read_source(map_path: Path, id: str, source: Source) -> Document:
    """The text of the source `id`, from where `source_path` finds it.

    Raises WorkspaceError, with what to do: NotHere where it isn't on this machine, OtherText where what
    was attached has become another text.
    """
    path, expected = _found(map_path, id, source)
    document = read_text(path, named_source(id, source))
    if expected not in (None, document.sha256):
        raise OtherText(
            f"{path}, attached as the text of {named_source(id, source)}, is another text now than the map is drawn "
            f"from. Attach the right one: {_attaching(map_path, id)}; or accept this one by --changed"
        )
    return document


def source_path(map_path: Path, id: str, source: Source) -> Path:
    """Where the text of the source `id` is: its `file`, relative to the folder of the map's file, or else attached.

    Raises WorkspaceError where it leads out of that folder, and NotHere where nothing is there.
    """
    return _found(map_path, id, source)[0]


def _found(map_path: Path, id: str, source: Source) -> tuple[Path, str | None]:
    """Where a text is, and if it was attached, the digest that it must have."""
    own = own_file(map_path, source)
    if own is not None and is_there(own):
        return own, None
    found, named, attach = attached(map_path, id, source), named_source(id, source), _attaching(map_path, id)
    if found is not None and is_there(found.file):
        return found.file, (source.sha256 or found.sha256).lower()
    if found is not None:
        raise NotHere(f"The text of {named} was attached from {found.file}, which is gone; {attach} attaches it anew")
    if source.file and own is None:
        raise WorkspaceError(
            f"{source.file}, the text of {named}, leads out of the map's folder, and texts are read from "
            f"below it only, unless you attach them: {attach}"
        )
    save = _how_to_save(map_path, id, source, own)
    raise NotHere(f"The text of {named} isn't on this machine. {save}; or attach it: {attach}")


def _attaching(map_path: Path, id: str) -> str:
    return f"`argmap source attach {map_path} FILE --source {id}`"


def texts(map_path: Path, map: ArgumentMap) -> Texts:
    """The texts of a map's sources, as far as they are here; why others are missing is a sentence."""
    documents: dict[str, Document] = {}
    missing: dict[str, str] = {}
    unreadable: set[str] = set()
    for id, source in map.entries.items():
        if isinstance(source, Source):
            try:
                documents[id] = read_source(map_path, id, source)
            except WorkspaceError as error:
                missing[id] = str(error)
                if not isinstance(error, NotHere):
                    unreadable.add(id)
    return Texts(documents, missing, frozenset(unreadable))


def attach(map_path: Path, id: str, source: Source, file: Path) -> Document:
    """Remember, for this user, where the text of a source is, unless the map says it; its document.

    Raises OtherText where the map gives another digest, and WorkspaceError where the file can't be read
    or nothing can be remembered.
    """
    document, own = read_text(file, named_source(id, source)), own_file(map_path, source)
    if source.sha256 and document.sha256 != source.sha256.lower():
        raise OtherText(
            f"{file} is not the text of {named_source(id, source)} that the map is drawn from: its sha256 is "
            f"{document.sha256[:12]}…, not {source.sha256[:12]}…. Attach that one, or accept this one by --changed"
        )
    if own is None or resolved(own) != resolved(file):
        remember_attached(map_path, id, file, document.sha256)
    return document


def new_source(map_path: Path, file: Path) -> Source:
    """A source for the text in a file: its title, its digest, and its `file` if it is below the map's folder.

    Raises WorkspaceError where the file can't be read.
    """
    document = read_text(file, "the source")
    return Source(title=_title(document), file=file_below(map_path, file), sha256=document.sha256)


def named_source(id: str, source: Source) -> str:
    """A source as messages name it: title, author and date."""
    title = f"“{source.title}”" if source.title else f"the source {id}"
    about = ", ".join(str(part) for part in (source.author, source.date) if part)
    return f"{title} ({about})" if about else title


def own_file(map_path: Path, source: Source) -> Path | None:
    """Where the map says that a source's text is; None where it says nothing, or leads out of the map's folder.

    Raises WorkspaceError for what no file can be called.
    """
    if not source.file:
        return None
    folder = resolved(map_path).parent
    path = folder / source.file
    return path if resolved(path).is_relative_to(folder) else None


def file_below(map_path: Path, file: Path) -> str | None:
    """A file as a map in this place can name it; None where it isn't below the map's folder."""
    real, folder = resolved(file), resolved(map_path).parent
    name = real.relative_to(folder).as_posix() if real.is_relative_to(folder) else None
    return name if name is not None and name.isprintable() else None


def _how_to_save(map_path: Path, id: str, source: Source, own: Path | None) -> str:
    save = f"It can be had at {source.url}; save it as UTF-8 text" if source.url else "Save it as UTF-8 text"
    if own is not None:
        return f"{save}: {own}"
    name = map_path.name.removesuffix(SUFFIX).removesuffix(".toml") + ".md"
    return f'{save} beside the map, say as {name}, with file = "{name}" in [source.{id}]'


def _title(document: Document) -> str:
    """A text's first heading, if it is near the beginning, or else its first line with words."""
    beginning = (document.text[p.start : p.end] for p in document.paragraphs[:_HEADING_WITHIN])
    lines = [line.strip() for paragraph in beginning for line in paragraph.split("\n")]
    heading = next((line for line in lines if line.startswith("# ")), None)
    line = heading or next((line for line in lines if words(line)), lines[0])
    title = " ".join(line.lstrip("#").split())
    return title if len(title) <= _LONGEST_TITLE else title[:_LONGEST_TITLE].rpartition(" ")[0] + " …"
