"""Server-rendered pages: topics, the evidence map, about, and the article check as a form. No scripts."""
