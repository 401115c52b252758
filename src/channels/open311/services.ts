import { lengthText } from '../../deadlines/index.ts';
import { LANGUAGES, type Language } from '../../kernel/language.ts';
import type { Open311Deps } from './deps.ts';
import { Open311Error } from './open311-error.ts';

export interface Service {
  readonly service_code: string;
  readonly service_name: string;
  readonly description: string;
  readonly metadata: boolean;
  readonly type: 'realtime';
  readonly keywords: string;
  readonly group: string;
}

export interface ServiceAttribute {
  readonly variable: boolean;
  readonly code: string;
  readonly datatype: 'singlevaluelist';
  readonly required: boolean;
  readonly datatype_description: string;
  readonly order: number;
  readonly description: string;
  readonly values: readonly { readonly key: string; readonly name: string }[];
}

/** What a client may say besides the topic; thanks and legal complaints are not filed this way. */
export const REQUEST_KINDS = ['problem', 'question', 'idea'] as const;
const LANGUAGE_NAMES: Record<Language, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

/** The topics of the jurisdiction as services: groups are the roles of the bodies that answer. */
export function createServices({ topicNames, directory, promises, t }: Open311Deps) {
  const roles = new Map(directory.roles.map((role) => [role.role, role.name]));
  const roleOf = new Map([...directory.topicRoles].map(([topic, role]) => [String(topic), role]));
  const words = (language: Language) => (_: Language, key: string, args?: Readonly<Record<string, string | number>>) =>
    t(language, key, args);

  function find(code: string) {
    const name = topicNames.get(code);
    if (!name) throw new Open311Error(404, 'service_code provided was not found');
    return name;
  }

  return {
    has: (code: string): boolean => topicNames.has(code),
    name: (code: string, language: Language): string => topicNames.get(code)?.[language] ?? code,

    list(language: Language): Service[] {
      return [...topicNames].map(([code, name]) => ({
        service_code: code,
        service_name: name[language],
        description: t(language, 'open311-service', {
          name: name[language],
          length: lengthText(promises().topics[code] ?? promises().default, language, words(language)),
        }),
        metadata: true,
        type: 'realtime',
        keywords: LANGUAGES.filter((each) => each !== language)
          .map((each) => name[each])
          .join(', '),
        group: roles.get(roleOf.get(code) ?? '')?.[language] ?? '',
      }));
    },

    definition(code: string, language: Language): { service_code: string; attributes: ServiceAttribute[] } {
      find(code);
      const attribute = (
        name: string,
        order: number,
        values: readonly { key: string; name: string }[],
      ): ServiceAttribute => ({
        variable: true,
        code: name,
        datatype: 'singlevaluelist',
        required: false,
        datatype_description: t(language, 'open311-choose-one'),
        order,
        description: t(language, `open311-attribute-${name}`),
        values,
      });
      return {
        service_code: code,
        attributes: [
          attribute(
            'kind',
            1,
            REQUEST_KINDS.map((key) => ({ key, name: t(language, `open311-kind-${key}`) })),
          ),
          attribute(
            'language',
            2,
            LANGUAGES.map((key) => ({ key, name: LANGUAGE_NAMES[key] })),
          ),
        ],
      };
    },
  };
}
export type Services = ReturnType<typeof createServices>;
