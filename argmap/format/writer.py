"""The block-preserving writer: what an edit did not touch stays byte for byte."""

import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from argmap.format import emit
from argmap.format.blocks import Block, BlockDocument, comments, headers
from argmap.format.keys import KEY_ORDER, ROOT_ORDER, KeySpan, body_start, key_spans
from argmap.format.lists import spliced
from argmap.format.order import out_of_order
from argmap.model import ArgumentMap, Entry


def blank_document() -> BlockDocument:
    """The block document of a file that holds nothing yet."""
    return BlockDocument((Block(""),))


def write(map: ArgumentMap) -> BlockDocument:
    """A whole map as a new file."""
    return follow(blank_document(), ArgumentMap(version=0), map, map.entries.keys())


def follow(
    document: BlockDocument,
    old: ArgumentMap,
    new: ArgumentMap,
    touched: Collection[str],
    renamed: tuple[str, str] | None = None,
) -> BlockDocument:
    """The file after an edit that took the map from `old` to `new`.

    `touched` names every id added, changed, moved or removed, `renamed` an old and a new id. Blocks
    of other ids come out as they went in; in a changed one only the changed keys are written anew;
    a moved one takes its comments along; removed ones go with theirs.
    """
    if _moves_tables(document, old, new, touched, renamed):
        document = regular(document, old)
    if renamed is not None:
        document = _rename(document, *renamed)
        was, now = renamed
        old = ArgumentMap.model_construct(
            **{**old.__dict__, "entries": {now if id == was else id: e for id, e in old.entries.items()}}
        )
        old.__dict__.pop("links", None)
    blocks = {block.id: block for block in document.blocks if block.id is not None}
    anew: dict[str, Block] = {}
    for id in touched:
        entry = new.entries.get(id)
        if entry is None:
            continue
        before = old.entries.get(id)
        if before is None:
            anew[id] = Block(emit.table(id, entry, document.newline) + document.newline, entry.kind, id)
        elif before != entry:
            block = blocks[id]
            anew[id] = replace(block, text=rewritten(block.text, before, entry, document.newline))
    placed = _to_place(old, new)
    laid = _lay(document.blocks, new, anew, placed, document.newline)
    root = rewritten_head(laid[0].text, old, new, document.newline)
    root = spaced(root, document.newline) if root != laid[0].text and len(laid) > 1 else root
    return replace(document, blocks=(replace(laid[0], text=root), *laid[1:]))


def _rename(document: BlockDocument, old: str, new: str) -> BlockDocument:
    blocks = [
        replace(block, id=new, text=_rename_headers(block.text, new)) if block.id == old else block
        for block in document.blocks
    ]
    return replace(document, blocks=tuple(blocks))


def _rename_headers(text: str, id: str) -> str:
    for header in reversed(headers(text)):
        kind, _, *rest = header.path
        path = ".".join([kind, emit.key(id), *map(emit.key, rest)])
        line = text[header.start : header.end]
        opening, closing = ("[[", "]]") if header.array else ("[", "]")
        behind = "".join(f"  {comment}" for comment in comments(line))
        text = text[: header.start] + opening + path + closing + behind + text[header.end :]
    return text


def _odd(document: BlockDocument, entries: Iterable[str]) -> set[str]:
    """The entries that don't stand each in one plain table."""
    return set(entries) - {block.id for block in document.blocks if block.regular}


def _moves_tables(
    document: BlockDocument,
    old: ArgumentMap,
    new: ArgumentMap,
    touched: Collection[str],
    renamed: tuple[str, str] | None,
) -> bool:
    """Whether an edit touches an entry in an odd place, or the order of tables while there is one."""
    odd = _odd(document, old.entries)
    return bool(odd) and (renamed is not None or not odd.isdisjoint(touched) or list(old.entries) != list(new.entries))


def regular(document: BlockDocument, current: ArgumentMap) -> BlockDocument:
    """The same map with every entry in one plain table; comments and unknown keys go along."""
    odd = _odd(document, current.entries)
    if not odd:
        return document
    newline = document.newline
    raw = tomllib.loads(document.text)
    tables = {id: _table_of(id, current.entries[id], raw, newline) for id in odd}
    kept: list[Block] = []
    placed: dict[str, None] = {}
    for block in document.blocks:
        if block.kind is None or (block.id is not None and block.id not in odd):
            kept.append(block)
            continue
        above = "".join(comment + newline for comment in comments(block.text))
        if block.id is not None and not block.part and block.id not in placed:
            placed[block.id] = None
            kept.append(Block(above + tables[block.id] + newline, block.kind, block.id))
        elif above:
            kept.append(Block(above + newline))
    root = kept[0].text
    for span in reversed(key_spans(root)):
        if span.name in KEY_ORDER:
            root = _without(root, span)
    kept[0] = Block(root)
    loose = {id: Block(tables[id] + newline, current.entries[id].kind, id) for id in odd if id not in placed}
    return replace(document, blocks=tuple(_lay(tuple(kept), current, loose, loose, newline)))


def _table_of(id: str, entry: Entry, raw: Mapping[str, Any], newline: str) -> str:
    """An entry's table written anew, with the unknown keys that it has in the file."""
    unknown = {name: content for name, content in raw[entry.kind][id].items() if name not in KEY_ORDER[entry.kind]}
    lines = [f"{emit.key(name)} = {emit.raw(content)}{newline}" for name, content in unknown.items()]
    return emit.table(id, entry, newline) + "".join(lines)


def _to_place(old: ArgumentMap, new: ArgumentMap) -> set[str]:
    """The ids whose blocks must be put somewhere: the new ones, and the fewest that moved."""
    before = old.links.position
    kept = [id for id in new.entries if id in before]
    return {id for id in new.entries if id not in before} | set(out_of_order(kept, before))


def _lay(
    blocks: tuple[Block, ...],
    map: ArgumentMap,
    written: Mapping[str, Block],
    placed: Collection[str],
    newline: str,
) -> list[Block]:
    """Blocks in their new order, each placed one behind its predecessor in the map."""
    held = {block.id: block for block in blocks if block.id is not None}
    behind: dict[str | None, list[str]] = {}
    previous: str | None = None
    for id in map.entries:
        if id in placed:
            behind.setdefault(previous, []).append(id)
        else:
            previous = id
    laid: list[Block] = []

    def lay(block: Block, anew: bool) -> None:
        if laid and laid[-1].text and (anew or not laid[-1].text.endswith("\n")):
            laid[-1] = replace(laid[-1], text=spaced(laid[-1].text, newline))
        laid.append(block)

    def lay_behind(id: str | None) -> None:
        for follower in behind.get(id, ()):
            block = written.get(follower) or held[follower]
            lay(replace(block, text=spaced(block.text, newline)), True)

    ended_bare = bool(blocks) and not blocks[-1].text.endswith(("\n\n", "\n\r\n"))
    for block in blocks:
        if block.id is None:
            laid.append(block)
        elif block.id in map.entries and block.id not in placed:
            lay(written.get(block.id, block), False)
        if block is blocks[0]:
            lay_behind(None)
        if block.id is not None and block.id in map.entries and block.id not in placed:
            lay_behind(block.id)
    if ended_bare and len(laid) > 1 and laid[-1] is not blocks[-1]:
        laid[-1] = replace(laid[-1], text=laid[-1].text.rstrip("\r\n") + newline)
    return laid


def spaced(text: str, newline: str) -> str:
    """Text that ends with a blank line."""
    if not text.strip():
        return text
    if not text.endswith("\n"):
        return text + newline * 2
    return text if text.endswith(("\n\n", "\n\r\n")) else text + newline


def rewritten(text: str, before: Entry, after: Entry, newline: str) -> str:
    """A table's text with the keys written anew that have another value; all else as it was."""
    old, new = emit.cells(before), emit.cells(after)
    return _rewrite_keys(text, body_start(text), old, new, KEY_ORDER[after.kind], newline)


def rewritten_head(text: str, old: ArgumentMap, new: ArgumentMap, newline: str) -> str:
    """The text of a map's head with the keys written anew that have another value."""
    return _rewrite_keys(text, 0, emit.root_cells(old), emit.root_cells(new), ROOT_ORDER, newline)


def _rewrite_keys(
    text: str,
    start: int,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    order: tuple[str, ...],
    newline: str,
) -> str:
    """A table's text with its changed keys written anew, all else as it was."""
    changed = [name for name in order if old.get(name) != new.get(name)]
    for name in changed:
        spans = key_spans(text, start)
        mine = [span for span in spans if span.name == name]
        for span in reversed(mine[1:] if name in new and mine and not mine[0].dotted else mine):
            text = _without(text, span)
        kept = mine[0] if mine and not mine[0].dotted else None
        text = _without_sub_tables(text, name, newline)
        if name not in new:
            continue
        if kept is not None:
            content = spliced(text[kept.value : kept.value_end], name, new[name], newline)
            text = text[: kept.value] + content + text[kept.value_end :]
            continue
        line = f"{name} = {emit.value(name, new[name], newline)}{newline}"
        at = _place_for(name, key_spans(text, start), order, start)
        if at > 0 and not text[:at].endswith("\n"):
            line = newline + line
        text = text[:at] + line + text[at:]
    return text


def _without(text: str, span: KeySpan) -> str:
    """The text without one key; comments inside and behind its value stay as lines of their own."""
    ending = "\r\n" if text[: span.end].endswith("\r\n") else "\n"
    left = "".join(comment + ending for comment in comments(text[span.value : span.end]))
    return text[: span.line] + left + text[span.end :]


def _without_sub_tables(text: str, name: str, newline: str) -> str:
    """The text without the sub-tables that hold the key `name`; their comments stay."""
    found = headers(text)
    for index in reversed(range(len(found))):
        header = found[index]
        if len(header.path) > 2 and header.path[2] == name:
            end = found[index + 1].start if index + 1 < len(found) else len(text)
            left = "".join(comment + newline for comment in comments(text[header.start : end]))
            text = text[: header.start] + left + text[end:]
    return text


def _place_for(name: str, spans: list[KeySpan], order: tuple[str, ...], start: int) -> int:
    ahead = set(order[: order.index(name)])
    ends = [span.end for span in spans if span.name in ahead]
    return max(ends, default=start)


def reread_matches(document: BlockDocument, map: ArgumentMap) -> bool:
    """Whether reading the document gives the map back; asked before a file is replaced."""
    from argmap.format.reader import ReadError, read

    try:
        return read(document.encode()).map == map
    except ReadError:
        return False
