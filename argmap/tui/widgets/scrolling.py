"""A scroll view whose content may change its height without the whole screen being laid out again."""

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.widget import Widget


class QuietScrollView(ScrollView):
    """A scroll view that takes a new content size quietly: only its own scrollbars follow."""

    def take_size(self, size: Size) -> None:
        """The content is now `size` cells; the screen is laid out anew only if a scrollbar comes or goes."""
        if size != self.virtual_size:
            self.set_reactive(Widget.virtual_size, size)
            self._scroll_update(size)


class PannedView(QuietScrollView):
    """A view without a cursor: its keys move what is seen of the content."""

    def pan(self, across: int, down: int) -> None:
        """Move what is seen by cells."""
        x, y = self.scroll_offset
        self.scroll_to(x=x + across, y=y + down, animate=False, force=True)

    def pan_page(self, direction: int) -> None:
        """Move by a page, up (-1) or down (1)."""
        self.pan(0, direction * max(self.size.height - 1, 1))

    def pan_to_end(self, last: bool) -> None:
        """To the last or the first line."""
        self.scroll_to(y=self.max_scroll_y if last else 0, animate=False, force=True)
