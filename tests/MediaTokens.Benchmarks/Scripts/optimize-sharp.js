// Usage: node optimize-sharp.js SOURCE DESTINATION WIDTH HEIGHT jpeg|png|webp WORKERS
// WORKERS pipelines at a time, each on one thread.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const sharp = require('sharp');

const [source, destination, width, height, format, workers] = process.argv.slice(2);
const names = fs.readdirSync(source);
const quality = format === 'png' ? {} : { quality: 80 };
sharp.concurrency(1);

let next = 0;
async function work() {
  while (next < names.length) {
    const name = names[next++];
    await sharp(path.join(source, name))
      .resize(Number(width), Number(height), { fit: 'fill' })
      .toFormat(format, quality)
      .toFile(path.join(destination, name));
  }
}

Promise.all(Array.from({ length: Number(workers) }, work)).catch((error) => {
  console.error(error);
  process.exit(1);
});
