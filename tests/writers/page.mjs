// Drives a page of the HTML writer in Chromium: `node page.mjs PAGE CHROMIUM [PICTURE]`. Prints what it found as JSON.
// Needs axe-core and playwright-core: `script/validators` brings them.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const from = (name) => require(require.resolve(name, { paths: [process.env.REPORTER_NODE_MODULES ?? process.cwd()] }));
const { chromium } = from("playwright-core");
const axe = require.resolve("axe-core", { paths: [process.env.REPORTER_NODE_MODULES ?? process.cwd()] });
const [page_path, executablePath, picture] = process.argv.slice(2);

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const found = { findings: [], requests: [], jumps: 0, missed: [], back: 0, focus: [] };
try {
  for (const [colorScheme, width] of [["light", 1500], ["dark", 1500], ["light", 600]]) {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, offline: true, bypassCSP: true, reducedMotion: "reduce" });
    const page = await context.newPage();
    page.on("request", (request) => found.requests.push(request.url()));
    await page.goto(pathToFileURL(page_path).href);
    if (picture) await page.screenshot({ path: `${picture}-${colorScheme}-${width}.png`, fullPage: width < 1000 });
    await page.addScriptTag({ path: axe });
    const results = await page.evaluate(() => window.axe.run());
    for (const { id, help, nodes } of results.violations)
      found.findings.push({ colorScheme, width, id, help, nodes: nodes.slice(0, 3).map((node) => node.html) });
    if (colorScheme === "light" && width > 1000) await follow(page);
    await context.close();
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify(found, null, 1));

// Every reference shows its words, every number beside marked words leads back, and the keyboard starts at the skip link.
async function follow(page) {
  await page.keyboard.press("Tab");
  found.focus.push(await page.evaluate(() => document.activeElement.className));
  const names = await page.$$eval("main a.note", (links) => links.map((link) => link.id));
  for (const name of names) {
    await page.focus(`#${name}`);
    await page.keyboard.press("Enter");
    const shown = await page.evaluate(() => {
      const target = document.querySelector(":target");
      const box = target?.getBoundingClientRect();
      return target?.tagName === "MARK" && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
    });
    if (shown) found.jumps += 1;
    else found.missed.push(name);
  }
  const ways = await page.$$eval("aside sup a", (links) => links.map((link) => link.getAttribute("href").slice(1)));
  found.back = ways.filter((way) => names.includes(way)).length;
  const strays = await page.$$eval("a[href^='#']", (links) => links.map((link) => link.getAttribute("href").slice(1)).filter((id) => !document.getElementById(id)));
  found.missed.push(...strays);
}
