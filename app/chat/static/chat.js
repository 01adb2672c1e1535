// What Gradio's chat lacks for people who use a keyboard or a screen reader, and what happens in the browser alone:
// one announcement per answer, focus kept in the question, copy, print and the hand-off sheet. Nothing is stored.
(() => {
  "use strict";
  const find = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  let announced = 0;
  let reported = null;

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

  // Says once what was done: to a screen reader, and on the button that was pressed for those who see it.
  const say = (text, id) => {
    status().textContent = text;
    const button = id && find(`#${id}`);
    if (!button) return;
    button.dataset.said = text;
    setTimeout(() => { delete button.dataset.said; }, 5000);
  };

  // Back to the question when what was pressed is gone: a starter, a related question, "New conversation".
  const keepFocus = () => {
    const box = find("#cv-question textarea");
    const active = document.activeElement;
    const isLost = !active || active === document.body || active.closest("#cv-starters, #cv-chat .options, #cv-actions");
    if (box && isLost) box.focus({ preventScroll: true });
  };

  const RATINGS = { Like: "Helpful", Dislike: "Not helpful", "clicked like": "Helpful, chosen", "clicked dislike": "Not helpful, chosen" };

  const name = () => {
    if (document.documentElement.lang !== "en") document.documentElement.lang = "en";
    for (const log of all('[role="log"]:not([aria-live="off"])')) log.setAttribute("aria-live", "off");
    for (const list of all("#cv-chat .options:not([role])")) { list.setAttribute("role", "group"); list.setAttribute("aria-label", "Related questions"); }
    // A button in a button: what is shown can be closed, it need not be folded.
    for (const head of all('.toast-header[role="button"]')) { head.removeAttribute("role"); head.removeAttribute("tabindex"); }
    for (const button of all(".message-buttons button[aria-label]")) {
      const told = RATINGS[button.getAttribute("aria-label")];
      if (told) { button.setAttribute("aria-label", told); button.title = told; }
    }
    // Gradio says "Loading" beside the answer; what counts is said once, here.
    for (const told of all('.sr-only[role="status"]:not([aria-live="off"])')) told.setAttribute("aria-live", "off");
    for (const call of all("a.cv-call[target]")) call.removeAttribute("target");
    for (const mark of all("#cv-chat a.cv-mark[target]")) { mark.removeAttribute("target"); mark.setAttribute("aria-label", `Source ${mark.textContent}`); }
  };

  const tidy = () => {
    name();
    const answers = all("#cv-chat .cv-answer");
    if (answers.length > announced) {
      const newest = answers[answers.length - 1];
      const lead = find(".cv-lead", newest);
      status().textContent = `Answer ready. ${lead ? lead.textContent : ""}`;
      (newest.closest(".message-row") ?? newest).scrollIntoView({ block: "start" });
      keepFocus();
      announced = answers.length;
    } else if (answers.length < announced) {
      announced = answers.length;
      if (!announced) { status().textContent = "New conversation. The last one is gone."; keepFocus(); }
    }
    const report = find("#cv-report .cv-report, #cv-report .cv-problem");
    if (report && report !== reported) {
      const lead = find(".cv-lead", report);
      status().textContent = lead ? `Report ready. ${lead.textContent}` : report.textContent;
    }
    reported = report;
  };

  // The source that a mark such as [2] stands for: its list is opened, and it takes the focus.
  const showSource = (mark) => {
    const item = find(`.cv-sources li[value="${mark.hash.replace("#source-", "")}"]`, mark.closest(".cv-answer"));
    if (!item) return;
    item.closest("details").open = true;
    item.tabIndex = -1;
    item.focus();
  };

  const questions = () => all("#cv-chat .message.user, #cv-chat .user-row .message").map((node) => node.textContent.trim());

  const answerText = (article) => {
    const lines = all(".cv-kind, .cv-lead, .cv-steps li, .cv-contacts li, .cv-beside, .cv-evidence, .cv-statements > li, .cv-clinician, .cv-notice", article)
      .map((node) => all(":scope > span", node).length ? all(":scope > span", node).map((part) => part.textContent.trim()).join("\n  ") : node.textContent.replace("How we grade", "").trim());
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
    try {
      await navigator.clipboard.writeText(conversation());
      say("Copied with sources.", "cv-copy");
    } catch {
      say("The browser did not allow copying. Print or save the page.", "cv-copy");
    }
  };

  // On paper nothing can be unfolded: sources and evidence are open while a page is printed, however it was asked for.
  let unfolded = [];
  window.addEventListener("beforeprint", () => { unfolded = all("details:not([open])"); for (const box of unfolded) box.open = true; });
  window.addEventListener("afterprint", () => { for (const box of unfolded) box.open = false; unfolded = []; });
  const print = () => window.print();

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

  const SHEET = `:root{color-scheme:light}body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:1rem auto;padding:0 1rem;color:#111;background:#fff;overflow-wrap:anywhere}
li{margin:.3rem 0}small{color:#333}button{min-height:44px;font:inherit;padding:0 1rem}.line{border-bottom:1px solid #111;height:1.8rem;margin:0}
@page{margin:10mm}@media print{button{display:none}body{font-size:8.5pt;line-height:1.25;margin:0;padding:0;max-width:none}h1{font-size:13pt;margin:0}h2{font-size:10pt;margin:.5em 0 .1em;break-after:avoid}
p{margin:.2em 0}ul,ol{margin:.1em 0;padding-left:1.6em}li{margin:.1em 0;break-inside:avoid}ol.sources{font-size:6.5pt;columns:2;column-gap:3em}.line{height:1.4em}}`;

  const ON_ONE_PAGE = 7;
  const OTHERS = 3;

  // What the answers say, each claim once: what each answer says first before what it says next.
  const claimsOf = (articles) => {
    const found = new Map();
    for (const article of articles) {
      const sources = new Map(all(".cv-sources li", article).map((item) => [String(item.value), { text: item.textContent.trim(), href: find("a", item)?.href ?? "" }]));
      all(".cv-statements > li", article).forEach((item, rank) => {
        const claim = claimOf(item);
        if (found.has(claim)) return;
        const weighed = [".cv-badge", ".cv-disputed", ".cv-caveat", ".cv-asof"].map((part) => find(part, item)).filter(Boolean).map((node) => node.textContent.trim().replace(/\.$/, ""));
        found.set(claim, {
          text: (find(".cv-claim", item) ?? find(".cv-text", item)).textContent.trim(),
          weighed: `${weighed.join(". ")}.`,
          sources: all(".cv-mark", item).map((mark) => sources.get(mark.hash.replace("#source-", ""))).filter(Boolean),
          isFlagged: /^(drug|interactions)\./.test(claim),
          rank,
        });
      });
    }
    return [...found.values()].sort((one, other) => one.rank - other.rank);
  };

  // One page to take to a clinician, built in a new window from this conversation; it is gone when the window is closed.
  const handoff = () => {
    const articles = all("#cv-chat .cv-answer");
    const sheet = window.open("", "_blank");
    if (!sheet) { say("The browser blocked the new window. Allow it to open the sheet.", "cv-handoff"); return; }
    const page = sheet.document;
    page.title = "Questions to take to your clinician";
    page.documentElement.lang = "en";
    const width = element("meta", "", page.head);
    width.name = "viewport";
    width.content = "width=device-width, initial-scale=1";
    element("style", SHEET, page.head);
    const main = element("main", "", page.body);
    element("h1", "Questions to take to your clinician", main);
    const today = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
    element("p", `Made in your browser on ${today} from one conversation with Caveat. Stored nowhere. Not medical advice; not yet reviewed by a clinician.`, main);
    const button = element("button", "Print this page", main);
    button.addEventListener("click", () => sheet.print());
    element("h2", "What I asked", main);
    const list = element("ol", "", main);
    for (const question of questions()) element("li", question, list);
    const claims = claimsOf(articles);
    const [flagged, others] = [true, false].map((isFlagged) => claims.filter((claim) => claim.isFlagged === isFlagged));
    const interactions = flagged.slice(0, ON_ONE_PAGE - Math.min(OTHERS, others.length));
    const further = others.slice(0, ON_ONE_PAGE - interactions.length);
    const shown = [...interactions, ...further];
    const sources = new Map();
    for (const source of shown.flatMap((claim) => claim.sources)) if (!sources.has(source.text)) sources.set(source.text, { number: sources.size + 1, href: source.href });
    const listed = (heading, rows, none) => {
      element("h2", heading, main);
      const parent = element("ul", "", main);
      for (const claim of rows) {
        const entry = element("li", claim.text + claim.sources.map((source) => ` [${sources.get(source.text).number}]`).join(""), parent);
        element("br", "", entry);
        element("small", claim.weighed, entry);
      }
      if (!rows.length && none) element("li", none, parent);
    };
    listed("Possible interactions to check", interactions, "None came up. Please check my medicines anyway.");
    if (further.length) listed("What else the reviewed evidence says", further);
    const left = claims.length - shown.length;
    if (left) element("p", `${left} more ${left === 1 ? "statement is" : "statements are"} in the conversation, which can be printed too.`, main);
    element("h2", "My medicines and what else I take (write here)", main);
    for (let at = 0; at < 3; at += 1) element("p", "", main).className = "line";
    if (sources.size) {
      element("h2", "Sources", main);
      const cited = element("ol", "", main);
      cited.className = "sources";
      for (const [text, { href }] of sources) element("li", href ? `${text} ${href}` : text, cited);
    }
    const version = find(".cv-version", articles[articles.length - 1]) ?? find(".cv-version");
    element("p", `How certainty is judged: ${location.origin}/about#grading. ${version ? version.textContent : ""}`, main);
    element("p", find("#cv-emergency")?.textContent.trim() ?? "", main);
    say("The sheet is open in a new window.", "cv-handoff");
  };

  const actions = { "cv-copy": copy, "cv-print": print, "cv-print-report": print, "cv-handoff": handoff };
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("a.cv-mark");
    if (mark) { event.preventDefault(); showSource(mark); return; }
    const button = event.target.closest("button");
    if (button && button.id in actions) actions[button.id]();
  });
  new MutationObserver(tidy).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["aria-label"] });
  const begin = () => { status(); tidy(); };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
