// A Bot Connector that accepts everything at once: what is measured is us, not it. Own process, so that it
// does not share our event loop.
import { createServer } from 'node:http';

let calls = 0;
const server = createServer((req, res) => {
  if (req.url === '/calls') return void res.end(String(calls));
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
