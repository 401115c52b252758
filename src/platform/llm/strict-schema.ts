import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * The schema in the subset that compatible servers accept in strict mode: every property required, nothing besides them,
 * no lengths, ranges or patterns. What is left out here is still checked on the reply.
 */
export function strictSchema(output: z.ZodType): Record<string, unknown> {
  const schema = strict(z.toJSONSchema(output, { io: 'input' }));
  if (schema.type !== 'object') throw new Error('a model is asked for an object, nothing else');
  return schema;
}

function strict(schema: JsonSchema): Record<string, unknown> {
  const described = schema.description ? { description: schema.description } : {};
  if (schema.anyOf) return { ...described, anyOf: schema.anyOf.map((one) => strict(one as JsonSchema)) };
  const values = schema.const === undefined ? schema.enum : [schema.const];
  if (values) return { ...described, ...(schema.type ? { type: schema.type } : {}), enum: values };
  switch (schema.type) {
    case 'object': {
      const properties = Object.entries(schema.properties ?? {});
      if (properties.length === 0) throw new Error('a model cannot be asked for a record of free keys');
      return {
        ...described,
        type: 'object',
        properties: Object.fromEntries(properties.map(([key, value]) => [key, strict(value as JsonSchema)])),
        required: properties.map(([key]) => key),
        additionalProperties: false,
      };
    }
    case 'array': {
      const { items } = schema;
      if (typeof items !== 'object' || Array.isArray(items)) throw new Error('a list needs one kind of items');
      return { ...described, type: 'array', items: strict(items) };
    }
    case 'string':
    case 'number':
    case 'integer':
    case 'boolean':
    case 'null':
      return { ...described, type: schema.type };
    default:
      throw new Error('this schema is too rich for a model');
  }
}
