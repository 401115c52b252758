import type { Staff } from '../../access/index.ts';

export interface DemoSignInLink {
  readonly role: Staff['role'];
  readonly name: string;
  readonly agencyCode: string | null;
  readonly url: string;
}

/** One address per demonstration role; the first person of each role. They work only while the demonstration runs. */
export function demoSignInLinks(people: readonly Staff[], publicUrl: string): DemoSignInLink[] {
  const firsts = [...Map.groupBy(people, ({ role }) => role).values()].flatMap(([first]) => first ?? []);
  return firsts.map(({ id, role, givenName, familyName, agencyCode }) => ({
    role,
    name: `${givenName} ${familyName}`,
    agencyCode,
    url: `${publicUrl}/console/sign-in?as=${id}`,
  }));
}
