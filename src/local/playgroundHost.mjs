// Runs the Playground in a process of its own that cannot outlive us: when our process ends, however it
// ends, the channel to it closes and this one goes too. No process is left behind by a kill -9.
import { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { isLocalRequest } from '../edges/http/localOnly.ts';

process.on('disconnect', () => process.exit(0));

// The Playground's page asks for its settings and for the messages at the same time, and a message that comes
// first breaks it until it is loaded anew. So the messages wait until the page has its settings, which it
// shows by saying that the bot is installed. Only pages send an Origin.
const longestWaitMs = 10_000;
const emit = Server.prototype.emit;
let installed = Promise.withResolvers();

Server.prototype.emit = function (event, request, ...rest) {
  const pass = () => emit.call(this, event, request, ...rest);
  const isAsked = event === 'request' || event === 'upgrade';
  // The Playground itself lets any page of any site read the chats and speak in them.
  if (isAsked && !isLocalRequest(request)) return refuse(event, rest[0]);
  if (event === 'request' && request.url.endsWith('/installation')) {
    installed.resolve();
    installed = Promise.withResolvers();
  }
  const isPage = event === 'upgrade' && request.headers.origin !== undefined;
  if (!isPage || !request.url.startsWith('/_ws_conversation/')) return pass();
  Promise.race([installed.promise, sleep(longestWaitMs)]).then(pass);
  return true;
};

// The Playground would listen on every interface: anybody in the same network could write to the bot through it
// as a person of the company, and read their cards. Like local mode itself it is for this machine alone.
const { listen } = Server.prototype;
Server.prototype.listen = function (port, ...rest) {
  const listening = rest.find((one) => typeof one === 'function');
  return listen.call(this, port, '127.0.0.1', listening);
};

function refuse(event, answer) {
  if (event === 'request') answer.writeHead(403, { connection: 'close' }).end();
  else answer.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n', () => answer.destroy());
  return true;
}

await import('@microsoft/m365agentsplayground/cli.js');
