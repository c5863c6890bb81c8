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
