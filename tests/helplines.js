// Lists the helplines that were checked more than a year ago: `npm run helplines`, or with a day
// (`npm run helplines -- 2028-01-01`) those that will be old then.
// @ts-check
import { runnerImport } from 'vite';

/** @typedef {import('../src/lib/practices/help/model/helplines.ts')} Helplines */

const { module } = await runnerImport('./src/lib/practices/help/model/helplines.ts', {
  configFile: false
});
const { oldHelplines } = /** @type {Helplines} */ (module);

const today = process.argv[2] ?? new Date().toISOString().slice(0, 10);
const old = oldHelplines(today);

console.log(
  old.length === 0
    ? `${today}: every helpline was checked within a year.`
    : `${today}: check these with their operators, then set the day on which you did.`
);
for (const { line, regions } of old) {
  const { id, call, text, entered } = line;
  const texted = text && ['text', text.word, text.number].filter(Boolean).join(' ');
  const numbers = [call, texted].filter(Boolean);
  console.log(`  ${regions.join(', ')}  ${id}  ${numbers.join(' · ')}  entered ${entered}`);
}
