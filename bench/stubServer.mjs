// A Bot Connector that accepts everything at once: what is measured is us, not it. Own process, so that it
// does not share our event loop.
import { createServer } from 'node:http';

let calls = 0;
/** When each conversation was written to, for `/busiest`. */
const moments = new Map();

/** Most calls that any one conversation had within `ms`. */
function busiest(ms) {
  let most = 0;
  for (const times of moments.values()) {
    let first = 0;
    times.forEach((time, last) => {
      while (time - times[first] >= ms) first += 1;
      most = Math.max(most, last - first + 1);
    });
  }
  return most;
}

const server = createServer((req, res) => {
  if (req.url === '/calls') return void res.end(String(calls));
  if (req.url === '/busiest') {
    const windows = [1_000, 2_000, 30_000, 3_600_000];
    return void res.end(JSON.stringify(windows.map((ms) => [ms, busiest(ms)])));
  }
  const conversation = /\/v3\/conversations\/([^/?]+)/.exec(req.url ?? '')?.[1];
  if (conversation) {
    const times = moments.get(conversation) ?? [];
    times.push(Date.now());
    moments.set(conversation, times);
  }
  req.resume();
  req.on('end', () => {
    calls += 1;
    res.setHeader('content-type', 'application/json');
    res.statusCode = 201;
    res.end(`{"id":"${calls}"}`);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send?.(server.address().port));
process.on('disconnect', () => process.exit(0));
