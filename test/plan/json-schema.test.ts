// Editors check plans against these files, so they must say what the program says. `npm run schema` rewrites them.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { mappingSchema, sourcesSchema } from '../../src/mapping/schema.js';
import { planSchema } from '../../src/plan/schema.js';
import { universitySchema } from '../../src/plan/schema-university.js';

test.each([
  ['plan', planSchema],
  ['university', universitySchema],
  ['sources', sourcesSchema],
  ['mapping', mappingSchema],
])('plans/schema/%s.json is the schema that the program applies', async (name, schema) => {
  const jsonSchema = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  await expect(`${JSON.stringify(jsonSchema, null, 2)}\n`).toMatchFileSnapshot(`../../plans/schema/${name}.json`);
});

test('every key of a plan tells people in their editor what it is for', () => {
  const { properties = {} } = z.toJSONSchema(planSchema, { target: 'draft-7', io: 'input' });
  const silent = Object.entries(properties).filter(([, it]) => typeof it === 'boolean' || it.description === undefined);
  expect(silent.map(([key]) => key)).toEqual([]);
});
