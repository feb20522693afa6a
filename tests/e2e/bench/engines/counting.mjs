// Facet counts for engines that have none of their own: from the documents
// found, as a site that uses them would count.

export function count(documents, ids) {
  const topics = new Map();
  const years = new Map();
  for (const id of ids) {
    const { topics: named, year } = documents[id];
    for (const topic of named) topics.set(topic, (topics.get(topic) ?? 0) + 1);
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  return { total: ids.length, topics, years };
}
