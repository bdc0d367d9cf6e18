import { openHouse } from './house.ts';

/** `npm run house`: house players, for whoever has nobody to play with. Ends by signal, or with the server it came with. */
const { HOUSE_URL, PORT, DATA_DIR } = process.env;
const url = (HOUSE_URL || `http://localhost:${PORT || 4000}`).replace(/\/+$/, '');
const house = openHouse({ url, dataDir: DATA_DIR || '.data', say: (line) => console.error(`house: ${line}`) });

let stopping = false;
const stop = () => {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), 5_000).unref();
  void house.stop().then(() => process.exit(0));
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
process.once('disconnect', stop);
