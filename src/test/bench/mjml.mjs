// The other half of the comparison: node mjml.mjs FOLDER FILES.mjml... prints name and median of elapsed and mean of processor milliseconds when warm.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';

const [folder, ...files] = process.argv.slice(2);
const loaded = createRequire(resolve(folder, 'package.json'))('mjml');
const mjml2html = loaded.default ?? loaded;
const rounds = 200;
const median = (numbers) => numbers.sort((a, b) => a - b)[rounds / 2];

for (const file of files) {
  const mjml = readFileSync(file, 'utf8');
  const elapsed = [];
  let used = 0;
  for (let i = -rounds; i < rounds; i++) { // as many before they count
    const began = process.hrtime.bigint();
    const processor = process.cpuUsage();
    const { html } = await mjml2html(mjml, { beautify: false, minify: false });
    if (!html.includes('<table')) { throw new Error(`${file}: no HTML`); }
    if (i >= 0) {
      const spent = process.cpuUsage(processor);
      used += (spent.user + spent.system) / 1000;
      elapsed.push(Number(process.hrtime.bigint() - began) / 1e6);
    }
  }
  console.log(`${basename(file)} ${median(elapsed).toFixed(2)} ${(used / rounds).toFixed(2)}`);
}
