// Node-RED with one flow, tap in, function, strike out: node tap-nodered.js PORT PEOPLE. Ends with its standard input.
'use strict';
const fs = require('fs');
const http = require('http');
const os = require('os');
const path = require('path');
const RED = require('node-red');

const [port, people] = process.argv.slice(2).map(Number);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'edgenode-bench-'));
const flows = [
  { id: 'flow', type: 'tab', label: 'door' },
  { id: 'broker', type: 'mqtt-broker', broker: '127.0.0.1', port: String(port), protocolVersion: '5', cleansession: true },
  { id: 'in', type: 'mqtt in', z: 'flow', topic: 'tap/+', qos: '0', datatype: 'utf8', broker: 'broker', inputs: 0, wires: [['decide']] },
  {
    id: 'decide', type: 'function', z: 'flow', outputs: 1, wires: [['out']],
    initialize: `const cards = {}; const now = Date.now();
      for (let n = 0; n < ${people}; n++) cards[n.toString(16).padStart(14, '0')] = { booking: 'b' + n, starts: now - 7200e3, ends: now + 28800e3 };
      flow.set('cards', cards);`,
    func: `const [number, id] = msg.payload.split(' ');
      const found = flow.get('cards')[id]; const now = Date.now();
      if (!found || found.starts > now || found.ends <= now) return null;
      return { topic: 'strike/' + msg.topic.slice(4), payload: number };`,
  },
  { id: 'out', type: 'mqtt out', z: 'flow', topic: '', qos: '0', broker: 'broker', wires: [] },
];
fs.writeFileSync(path.join(folder, 'flows.json'), JSON.stringify(flows));
const server = http.createServer();
RED.init(server, {
  userDir: folder, flowFile: 'flows.json', httpAdminRoot: false, httpNodeRoot: false, credentialSecret: false,
  logging: { console: { level: 'off' } },
});
RED.start();
RED.events.on('flows:started', () => setTimeout(() => console.log('ready'), 2000));
process.stdin.on('end', () => process.exit(0));
process.stdin.resume();
