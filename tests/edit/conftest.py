import pytest

from argmap.format import read

FERRY = """argmap = 1
title = "Ferry"

[statement.keep]
text = "The ferry should stay."

[reason.because-used]
for = "keep"

[statement.used]
text = "The ferry is used."
in = "because-used"

[reason.because-counted]
for = "used"

[statement.counted]
text = "Passengers were counted."
in = "because-counted"

[conditional.if-used-keep]
if = "used and not bridge"
then = "keep"
in = "because-used"

[statement.bridge]
text = "There is a bridge."

[reason.because-loved]
for = "keep"

[statement.loved]
text = "People love the ferry."
in = "because-loved"

[objection.but-cost]
against = "keep"

[statement.cost]
text = "The ferry costs a lot."
in = "but-cost"

[statement.spare]
text = "The harbour is deep."
"""


@pytest.fixture
def ferry():
    """Two reasons for a conclusion, one with a conditional; an objection; a loose statement."""
    return read(FERRY.encode()).map
