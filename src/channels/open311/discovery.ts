import type { Answer } from './answers.ts';
import type { Open311Deps } from './deps.ts';
import { instantText } from './instant-text.ts';
import type { ServiceAttribute } from './services.ts';
import type { XmlElement } from './xml.ts';

/** The version of this interface, not of the data. */
const CHANGESET = new Date('2026-11-22T00:00:00Z');
const FORMATS = ['text/xml', 'application/json'];

export function discoveryAnswer(base: string, { publicUrl, timezone, isTest, contact }: Open311Deps): Answer {
  const changeset = instantText(CHANGESET, timezone);
  const endpoint = {
    specification: 'http://wiki.open311.org/GeoReport_v2',
    url: `${publicUrl}${base}`,
    changeset,
    type: isTest ? 'test' : 'production',
  };
  const head = { changeset, contact, key_service: `${publicUrl}/open-data#open311` };
  const formats: XmlElement = ['formats', FORMATS.map((each): XmlElement => ['format', each])];
  return {
    json: { ...head, endpoints: [{ ...endpoint, formats: FORMATS }] },
    xml: [
      'discovery',
      [...Object.entries(head), ['endpoints', [['endpoint', [...Object.entries(endpoint), formats]]]]],
    ],
  };
}

export function definitionAnswer(definition: {
  service_code: string;
  attributes: readonly ServiceAttribute[];
}): Answer {
  const value = ({ key, name }: { key: string; name: string }): XmlElement => [
    'value',
    [
      ['key', key],
      ['name', name],
    ],
  ];
  const attribute = ({ values, ...rest }: ServiceAttribute): XmlElement => [
    'attribute',
    [...Object.entries(rest), ['values', values.map(value)]],
  ];
  return {
    json: definition,
    xml: [
      'service_definition',
      [
        ['service_code', definition.service_code],
        ['attributes', definition.attributes.map(attribute)],
      ],
    ],
  };
}
