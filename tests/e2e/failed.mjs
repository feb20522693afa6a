// A reporter for Node's test runner: the files in which a test failed, a line each,
// so that those alone can be run again. Written when everything has run and not
// before: a run that was cut short names nothing.

export default async function* failed(events) {
  const files = new Set();
  for await (const { type, data } of events) {
    if (type === 'test:fail') files.add(data.file ?? 'a test of no file');
  }
  yield [...files].map((file) => `${file}\n`).join('');
}
