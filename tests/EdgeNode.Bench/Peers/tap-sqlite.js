// A plain script with SQLite, as one writes it: node tap-sqlite.js PORT PEOPLE. Ends with its standard input.
'use strict';
const fs = require('fs');
const os = require('os');
const path = require('path');
const Database = require('better-sqlite3');
const mqtt = require('mqtt');

const [port, people] = process.argv.slice(2).map(Number);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'edgenode-bench-'));
const db = new Database(path.join(folder, 'peer.db'));
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec(`CREATE TABLE card (id TEXT PRIMARY KEY, holder TEXT NOT NULL);
  CREATE TABLE booking (id TEXT PRIMARY KEY, holder TEXT NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL);
  CREATE INDEX by_holder ON booking (holder, starts);
  CREATE TABLE record (number INTEGER PRIMARY KEY, at INTEGER NOT NULL, door TEXT NOT NULL, card TEXT NOT NULL, booking TEXT);`);
const card = db.prepare('INSERT INTO card VALUES (?, ?)');
const booking = db.prepare('INSERT INTO booking VALUES (?, ?, ?, ?)');
db.transaction(() => {
  for (let n = 0; n < people; n++) {
    card.run(n.toString(16).padStart(14, '0'), `h${n}`);
    booking.run(`b${n}`, `h${n}`, Date.now() - 2 * 3600e3, Date.now() + 8 * 3600e3);
  }
})();
const find = db.prepare('SELECT booking.id FROM card JOIN booking ON booking.holder = card.holder WHERE card.id = ? AND starts <= ? AND ends > ? LIMIT 1').pluck();
const record = db.prepare('INSERT INTO record (at, door, card, booking) VALUES (?, ?, ?, ?)');

const client = mqtt.connect(`mqtt://127.0.0.1:${port}`, { protocolVersion: 5 });
client.on('connect', () => client.subscribe('tap/+', () => console.log('ready')));
client.on('message', (topic, payload) => {
  const door = topic.slice(4);
  const [number, id] = payload.toString('latin1').split(' ');
  const now = Date.now();
  const found = find.get(id, now, now);
  record.run(now, door, id, found ?? null);
  if (found) client.publish(`strike/${door}`, number);
});
process.stdin.on('end', () => { client.end(true); db.close(); fs.rmSync(folder, { recursive: true }); process.exit(0); });
process.stdin.resume();
