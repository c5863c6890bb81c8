"""Entries of a map as people name them: by id, or by label."""

from pathlib import Path

from argmap.cli.console import Failure
from argmap.model import ArgumentMap


def entry_named(map: ArgumentMap, name: str) -> str | None:
    """The id that a person named, by itself or by its label, if any; a label of two entries means the inference."""
    if name in map.entries:
        return name
    labelled = [id for id, label in map.outline.labels.items() if label == name]
    return next((id for id in labelled if map.inference(id) is not None), next(iter(labelled), None))


def outlined(map: ArgumentMap, file: Path, name: str) -> str:
    """The same for what stands in the outline; raises Failure where nothing there is called that."""
    id = entry_named(map, name)
    if id is None or id not in map.outline.labels:
        raise Failure(f'{file} has nothing called "{name}"; `argmap show {file}` shows the labels')
    return id
