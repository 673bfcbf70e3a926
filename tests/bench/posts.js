// Posts as often as it's told to, as many at a time as the relay, and says what processor it took, in
// milliseconds.
// @ts-check
import { cpuUsage } from 'node:process';

const [, , origin] = process.argv;
const { POSTS, AT_A_TIME, BYTES } = process.env;
const body = Buffer.alloc(Number(BYTES), 7);
let left = Number(POSTS);

async function postOn() {
  while (left-- > 0) {
    const answer = await fetch(`${origin}/${left}`, {
      method: 'POST',
      headers: { TTL: '60' },
      body
    });
    await answer.body?.cancel();
  }
}

await Promise.all(Array.from({ length: Number(AT_A_TIME) }, postOn));
const { user, system } = cpuUsage();
console.log((user + system) / 1000);
