import type { Appeal } from '../appeals/index.ts';
import type { CitizensService, Detail } from '../citizens/index.ts';
import type { Language, Localised } from '../kernel/language.ts';

export interface FilingNeed {
  readonly detail: Detail;
  readonly required: boolean;
}

interface Deps {
  readonly citizens: Pick<CitizensService, 'readDetails'>;
  /** By procedure; what is not named needs nothing. Data of the jurisdiction. */
  readonly details: Readonly<Record<string, { required: readonly Detail[]; optional: readonly Detail[] }>>;
  readonly detailsLaw: Localised;
  /** The procedure a case would have at a public body, when nobody was proposed yet. */
  readonly procedureByKind: Readonly<Record<Appeal['kind'], string>>;
}

/** What a case lacks of its author's details for the procedures it would be filed under. */
export function createFilingNeeds({ citizens, details, detailsLaw, procedureByKind }: Deps) {
  function proceduresOf({ routing: { record }, kind }: Appeal): readonly string[] {
    if (record?.type !== 'proposal') return [procedureByKind[kind]];
    return record.parts?.map(({ procedure }) => procedure) ?? [record.procedure];
  }

  return {
    law: (language: Language): string => detailsLaw[language],

    /** Whether the procedure asks for names at all: then also for that of the person it is filed for. */
    nameNeeded: (appeal: Appeal): boolean =>
      proceduresOf(appeal).some((procedure) => details[procedure]?.required.includes('name')),

    /** Required ones first; each once. */
    async missing(appeal: Appeal): Promise<FilingNeed[]> {
      const rules = proceduresOf(appeal).flatMap((procedure) => details[procedure] ?? []);
      if (rules.length === 0) return [];
      const known = await citizens.readDetails(appeal.citizenId);
      const required = new Set(rules.flatMap((rule) => rule.required));
      const optional = new Set(rules.flatMap((rule) => rule.optional));
      return [
        ...[...required].map((detail) => ({ detail, required: true })),
        ...[...optional].filter((detail) => !required.has(detail)).map((detail) => ({ detail, required: false })),
      ].filter(({ detail }) => known[detail] === undefined);
    },
  };
}
export type FilingNeeds = ReturnType<typeof createFilingNeeds>;
