import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { schemaProblem } from '../../../test/support/openai/strict-schema-rules.ts';
import { WrittenAnswer } from '../../knowledge/steps/compose.ts';
import { SecondOpinionReply } from '../../routing/second-opinion.ts';
import { strictSchema } from './strict-schema.ts';

describe('a strict schema', () => {
  it('requires every property, allows no other, and leaves limits to our own check', () => {
    const schema = strictSchema(
      z.object({
        kind: z.enum(['road', 'water']).describe('what it is about'),
        place: z.string().max(40).nullable(),
        list: z.array(z.object({ part: z.number().int().min(1) })).max(3),
      }),
    );
    expect(schema).toEqual({
      type: 'object',
      properties: {
        kind: { type: 'string', enum: ['road', 'water'], description: 'what it is about' },
        place: { anyOf: [{ type: 'string' }, { type: 'null' }] },
        list: {
          type: 'array',
          items: {
            type: 'object',
            properties: { part: { type: 'integer' } },
            required: ['part'],
            additionalProperties: false,
          },
        },
      },
      required: ['kind', 'place', 'list'],
      additionalProperties: false,
    });
  });

  it.each([
    ['the second opinion', SecondOpinionReply],
    ['the written answer', WrittenAnswer],
  ])('of %s is one that a strict server takes', (_, output) => {
    expect(schemaProblem(strictSchema(output))).toBeNull();
  });

  it.each([
    ['a list at the top', z.array(z.string())],
    ['free keys', z.object({ map: z.record(z.string(), z.string()) })],
    ['anything', z.object({ any: z.unknown() })],
  ])('is a bug when it asks for %s', (_, output) => {
    expect(() => strictSchema(output)).toThrow();
  });
});
