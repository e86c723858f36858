"""Line pictures of 20 by 20, drawn for the console; they take the colour of the text around them."""

from __future__ import annotations

ICONS: dict[str, str] = {
    "queue": '<path d="M3 5h14M3 10h14M3 15h8"/>',
    "comment": '<path d="M3 4h14v9H9l-4 3v-3H3z"/>',
    "second": '<circle cx="7" cy="10" r="4"/><circle cx="13" cy="10" r="4"/>',
    "missing": '<circle cx="10" cy="10" r="7"/><path d="M8 8a2 2 0 1 1 2.6 1.9c-.4.2-.6.5-.6 1.1M10 13.6v.1"/>',
    "correct": '<path d="M4 16l1-4 8.5-8.5 3 3L8 15zM11.500 5.500l3 3"/>',
    "content": '<path d="M10 5C8 3.600 5.500 3.500 3 4v11c2.500-.5 5-.4 7 1 2-1.400 4.500-1.500 7-1V4c-2.500-.5-5-.4-7 1zM10 5v11"/>',
    "figures": '<path d="M4 16V9M10 16V4M16 16v-5M2.500 16.500h15"/>',
    "people": '<circle cx="7.500" cy="7" r="3"/><path d="M2 16c.5-3 2.500-4.500 5.500-4.500S12.500 13 13 16M13 4.500a3 3 0 0 1 0 5M15 12c1.700.7 2.700 2 3 4"/>',
    "audit": '<path d="M5 2.500h7l3.500 3.500v11.500H5zM8 9h5M8 12h5M8 15h3"/>',
    "flag": '<path d="M5 18V3M5 3.500h10l-2.500 3.500 2.500 3.500H5"/>',
    "check": '<path d="M4 10.500l4 4 8-9"/>',
    "up": '<path d="M7 9l3-6c1.500 0 2 1 1.700 2.500L11 8h4.500c1 0 1.500.8 1.200 1.800l-1.500 5c-.2.8-.7 1.200-1.500 1.200H7zM3.500 9H7v7H3.500z"/>',
    "down": '<path d="M13 11l-3 6c-1.500 0-2-1-1.700-2.500L9 12H4.500c-1 0-1.500-.8-1.200-1.800l1.500-5C5 4.400 5.500 4 6.300 4H13zM16.500 11H13V4h3.500z"/>',
    "search": '<circle cx="9" cy="9" r="5"/><path d="M13 13l4 4"/>',
    "key": '<circle cx="6.500" cy="13.500" r="3"/><path d="M9 11.500L16 4.500M13 7.500l2 2"/>',
    "out": '<path d="M8 3.500H4v13h4M12 6.500l4 3.500-4 3.500M16 10H8"/>',
    "moon": '<path d="M15.500 12A6.500 6.500 0 0 1 8 4.500a6.500 6.500 0 1 0 7.500 7.500z"/>',
    "menu": '<path d="M3 6h14M3 10h14M3 14h14"/>',
    "back": '<path d="M12 4l-6 6 6 6"/>',
    "next": '<path d="M8 4l6 6-6 6"/>',
    "shield": '<path d="M10 2.500l6 2v5c0 4-2.500 6.500-6 8-3.500-1.500-6-4-6-8v-5z"/>',
    "trash": '<path d="M4 6h12M8 6V3.500h4V6M5.500 6l.7 10.500h7.600L14.500 6"/>',
    "clock": '<circle cx="10" cy="10" r="7"/><path d="M10 6v4.500l3 1.500"/>',
    "link": '<path d="M8 12l4-4M9 6l1.500-1.500a3.500 3.500 0 0 1 5 5L14 11M11 14l-1.500 1.500a3.500 3.500 0 0 1-5-5L6 9"/>',
}
