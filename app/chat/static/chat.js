// What Gradio's chat lacks for people who use a keyboard or a screen reader, and what happens in the browser alone:
// one announcement per answer, focus kept in the question, copy, print and the hand-off sheet. Nothing is stored.
(() => {
  "use strict";
  const find = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  let announced = 0;

  const status = () => {
    let box = find("#cv-status");
    if (!box) {
      box = document.createElement("div");
      box.id = "cv-status";
      box.setAttribute("role", "status");
      box.style.cssText = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap";
      document.body.append(box);
    }
    return box;
  };

  const tidy = () => {
    for (const log of all('[role="log"]')) log.setAttribute("aria-live", "off");
    for (const list of all('#cv-chat [role="list"]')) { list.setAttribute("role", "group"); list.setAttribute("aria-label", "Suggested questions"); }
    const answers = all("#cv-chat .cv-answer");
    if (answers.length > announced) {
      const lead = find(".cv-lead", answers[answers.length - 1]);
      status().textContent = `Answer ready. ${lead ? lead.textContent : ""}`;
      const newest = answers[answers.length - 1];
      (newest.closest(".message-row") ?? newest).scrollIntoView({ block: "start" });
      const box = find("#cv-question textarea");
      if (box && (document.activeElement === document.body || document.activeElement === null)) box.focus({ preventScroll: true });
      announced = answers.length;
    } else if (answers.length < announced) {
      announced = answers.length;
    }
  };

  const questions = () => all("#cv-chat .message.user, #cv-chat .user-row .message").map((node) => node.textContent.trim());

  const answerText = (article) => {
    const lines = all(".cv-kind, .cv-lead, .cv-steps li, .cv-contacts li, .cv-evidence, .cv-statements > li, .cv-clinician, .cv-notice", article)
      .map((node) => all(":scope > span", node).length ? all(":scope > span", node).map((part) => part.textContent.trim()).join("\n  ") : node.textContent.trim());
    const sources = all(".cv-sources li", article).map((node, at) => {
      const link = find("a", node);
      return `[${at + 1}] ${node.textContent.trim()}${link ? ` ${link.href}` : ""}`;
    });
    return [...lines, "Sources", ...sources].join("\n");
  };

  const conversation = () => {
    const asked = questions();
    return all("#cv-chat .cv-answer").map((article, at) => `Question: ${asked[at] ?? ""}\n\n${answerText(article)}`).join("\n\n----\n\n");
  };

  const copy = async () => {
    const text = conversation();
    if (!text) { status().textContent = "There is nothing to copy yet."; return; }
    await navigator.clipboard.writeText(text);
    status().textContent = "Copied with sources.";
  };

  const print = () => { for (const box of all("#cv-chat details")) box.open = true; window.print(); };

  const element = (name, text, parent) => {
    const node = document.createElement(name);
    if (text) node.textContent = text;
    if (parent) parent.append(node);
    return node;
  };

  // The id of a claim is the end of its address: the chat's sanitiser drops data attributes.
  const claimOf = (item) => {
    const link = find(".cv-claim", item);
    return link ? decodeURIComponent(link.hash.slice(1)) : item.textContent;
  };

  // One page to take to a clinician, built in a new window from this conversation; it is gone when the window is closed.
  const handoff = () => {
    const articles = all("#cv-chat .cv-answer");
    if (!articles.length) { status().textContent = "Ask a question first; the sheet is made from this conversation."; return; }
    const sheet = window.open("", "_blank");
    if (!sheet) { status().textContent = "The browser blocked the new window. Allow it to open the sheet."; return; }
    const page = sheet.document;
    page.title = "Questions to take to your clinician";
    page.documentElement.lang = "en";
    const style = element("style", "body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:1rem auto;padding:0 1rem;color:#111;background:#fff}li{margin:.3rem 0}small{color:#333}button{min-height:44px;font:inherit}@media print{button{display:none}body{font-size:9pt;line-height:1.3;margin:0}h1{font-size:14pt;margin:0}h2{font-size:10.5pt;margin:.5em 0 .1em}p{margin:.2em 0}ul,ol{margin:.1em 0}li{margin:.1em 0}ol.sources{font-size:7.5pt}}", null);
    page.head.append(style);
    const main = element("main", "", page.body);
    element("h1", "Questions to take to your clinician", main);
    element("p", "Made in your browser from one conversation with Caveat. Stored nowhere. Not medical advice; not yet reviewed by a clinician.", main);
    const button = element("button", "Print this page", main);
    button.addEventListener("click", () => sheet.print());
    element("h2", "What I asked", main);
    const list = element("ol", "", main);
    for (const question of questions()) element("li", question, list);
    const evidence = { flagged: [], other: [] };
    const seen = new Set();
    const sources = new Map();
    for (const article of articles) {
      for (const item of all(".cv-statements > li", article)) {
        const claim = claimOf(item);
        if (seen.has(claim)) continue;
        seen.add(claim);
        const text = find(".cv-text", item).textContent.replace(/\s*\[\d+\]/g, "").trim();
        const weighed = [".cv-badge", ".cv-disputed", ".cv-caveat"].map((part) => find(part, item)).filter(Boolean).map((node) => node.textContent.trim().replace(/\.$/, ""));
        evidence[/^(drug|interactions)\./.test(claim) ? "flagged" : "other"].push([text, `${weighed.join(". ")}.`]);
      }
      for (const item of all(".cv-sources li", article)) {
        const link = find("a", item);
        sources.set(item.textContent.trim(), link ? link.href : "");
      }
    }
    const listed = (heading, rows, none) => {
      element("h2", heading, main);
      const parent = element("ul", "", main);
      for (const [text, weighed] of rows) {
        const entry = element("li", text, parent);
        element("br", "", entry);
        element("small", weighed, entry);
      }
      if (!rows.length && none) element("li", none, parent);
    };
    listed("Possible interactions to check", evidence.flagged, "None came up. Please check my medicines anyway.");
    if (evidence.other.length) listed("What else the reviewed evidence says", evidence.other);
    element("h2", "My medicines and what else I take (write here)", main);
    for (let at = 0; at < 3; at += 1) element("p", "______________________________________________________", main);
    element("h2", "Sources", main);
    const cited = element("ol", "", main);
    cited.className = "sources";
    for (const [text, href] of sources) element("li", href ? `${text} ${href}` : text, cited);
    status().textContent = "The sheet is open in a new window.";
  };

  const actions = { "cv-copy": copy, "cv-print": print, "cv-handoff": handoff };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button && button.id in actions) actions[button.id]();
  });
  new MutationObserver(tidy).observe(document.documentElement, { childList: true, subtree: true });
  const begin = () => { status(); tidy(); };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
