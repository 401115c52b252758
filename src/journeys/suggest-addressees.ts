import type { Agency } from '../agencies/index.ts';
import type { Day } from '../kernel/day.ts';
import type { AgencyCode, TerritoryCode } from '../kernel/ids.ts';
import type { AddresseeFinder, AddresseeOption } from '../petitions/index.ts';
import type { MessageRouter } from '../routing/index.ts';

/** To whom a petition may go, those first whom the router means. */
export interface SuggestedAddressees {
  readonly options: readonly AddresseeOption[];
  /** How many at the beginning are the router's proposal; 0 where it is not sure. */
  readonly proposed: number;
  /** The petition's own words that spoke for it. */
  readonly words: readonly string[];
}
export type SuggestAddressees = (ask: string, territory: TerritoryCode | null, on: Day) => SuggestedAddressees;

interface Deps {
  readonly find: AddresseeFinder;
  readonly routeMessage: MessageRouter;
  readonly superiorOn: (code: AgencyCode, on: Day) => Agency | null;
  readonly agency: (code: AgencyCode) => Agency | null;
}

const MOST = 10;
const MOST_WORDS = 4;
/** A chain of command is short; whatever the directory says, the search ends. */
const STEPS_UP = 8;

/**
 * The router knows which desk decides a matter; a petition goes to the body that stands over that desk and takes
 * petitions. It proposes, the author decides.
 */
export function createAddresseeSuggestions({ find, routeMessage, superiorOn, agency }: Deps): SuggestAddressees {
  function chainOf(code: AgencyCode, on: Day): AgencyCode[] {
    const chain = [code];
    for (let above = superiorOn(code, on); above && chain.length < STEPS_UP; above = superiorOn(above.code, on))
      chain.push(above.code);
    return chain;
  }

  /** The nearest body above the competent desk that takes petitions; null where none does. */
  function meant(options: readonly AddresseeOption[], desk: AgencyCode, on: Day): AgencyCode | 'country' | null {
    const open = new Set(options.map(({ agencyCode }) => agencyCode));
    const above = chainOf(desk, on).find((code) => open.has(code));
    if (above) return above;
    const home = agency(desk)?.territoryCode ?? null;
    if (home === null) return open.has(null) ? 'country' : null;
    return options.find(({ territoryCode }) => territoryCode === home)?.agencyCode ?? null;
  }

  return (ask, territory, on) => {
    const options = find(territory, on).slice(0, MOST);
    const { decision } = routeMessage({
      text: ask,
      point: null,
      territoryCode: territory,
      usualTerritory: territory,
      topicId: null,
      on,
    });
    const choices = decision.type === 'proposal' ? [decision.choice] : decision.type === 'ask' ? decision.options : [];
    const bodies = new Set(choices.map(({ body }) => meant(options, body.agencyCode, on)));
    const [body] = bodies;
    // Two desks under one roof are one addressee; two roofs are no proposal.
    if (bodies.size !== 1 || !body) return { options, proposed: 0, words: [] };
    const isMeant = ({ agencyCode }: AddresseeOption) => (agencyCode ?? 'country') === body;
    const first = options.filter(isMeant);
    return {
      options: [...first, ...options.filter((option) => !isMeant(option))],
      proposed: first.length,
      words: [...new Set(choices.flatMap(({ words }) => words))].slice(0, MOST_WORDS),
    };
  };
}
