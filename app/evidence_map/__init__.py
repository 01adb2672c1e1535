"""The evidence map: which topics rest on what, and which alkaloid does what where, to look at rather than read."""

from __future__ import annotations

from app.evidence_map.page import map_page
from app.evidence_map.receptors import Mechanisms, receptor_map_svg, receptor_table
from app.evidence_map.topics import TopicCell, topic_map_svg, topic_table

__all__ = ["Mechanisms", "TopicCell", "map_page", "receptor_map_svg", "receptor_table", "topic_map_svg", "topic_table"]
