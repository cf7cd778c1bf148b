// npm start: the same as "npx portico start".
process.argv.splice(2, 0, 'start')
await import('../apps/server/bin/portico.mjs')
