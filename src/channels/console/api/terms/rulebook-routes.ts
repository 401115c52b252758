import { z } from 'zod';
import { editionOn, lengthText, type Rule } from '../../../../deadlines/index.ts';
import { type Day, zoned } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { AddRoutes } from '../routes.ts';
import { LanguageField } from '../schema-parts.ts';
import { RulebookView, type RuleView } from './term-schemas.ts';

const tags = ['rules'];
const READERS = ['officer', 'supervisor', 'operator', 'monitor', 'auditor'] as const;

/** The rulebooks of every country that is shipped: what the engine computes with, readable by people. */
export const addRulebookRoutes: AddRoutes = (server, { terms, promises, clock, timezone, t }) => {
  const words = (language: Language) => {
    const length = (one: Rule['length'] | null | undefined) => (one ? lengthText(one, language, t) : null);
    return (rule: Rule, today: Day): z.infer<typeof RuleView> => ({
      id: rule.id,
      title: rule.title,
      length: lengthText(rule.length, language, t),
      starts: t(language, `deadline-event-${rule.starts.event.replaceAll('_', '-')}`),
      cutoff: rule.cutoff,
      firstDay: rule.firstDay,
      rollOver: rule.rollOver,
      silence: rule.silence,
      pauseAllowed: rule.pause.allowed,
      extension: rule.extension && {
        max: length(rule.extension.max),
        times: rule.extension.times,
        decidedBy: rule.extension.decidedBy,
        noticeWithin: length(rule.extension.noticeWithin),
      },
      redirectWithin: length(rule.redirect?.within),
      procedures: rule.procedures,
      citation: rule.citation,
      act: rule.source.act,
      // Some sources name several addresses in one line.
      url: rule.source.url?.split(' ')[0] ?? null,
      edition: rule.source.edition ?? null,
      trust: rule.trust,
      from: rule.effective.from,
      until: rule.effective.until,
      inForce: editionOn([rule], today) !== null,
      notes: rule.notes ?? null,
    });
  };

  server.get(
    '/rulebooks/:code',
    {
      config: { access: { who: 'roles', roles: READERS, scope: 'tickets:read' } },
      schema: {
        tags,
        summary: 'The terms of law of a country, with articles, editions and how sure we are of them',
        params: z.object({ code: z.string().regex(/^([a-z]{2}|own)$/) }),
        querystring: z.object({ language: LanguageField }),
        response: { 200: RulebookView },
      },
    },
    async (request) => {
      const wanted = request.params.code === 'own' ? terms.ownJurisdiction : request.params.code;
      const found = terms.jurisdictions.find(({ code }) => code === wanted);
      if (!found) throw new Refusal('deadline.jurisdiction_unknown', { code: request.params.code });
      const { language } = request.query;
      const today = zoned(await clock.now(), timezone).on;
      const { rulebook } = found;
      const ruleView = words(language);
      const promised = found.code === terms.ownJurisdiction ? promises.current() : rulebook.promises;
      return {
        code: found.code,
        own: terms.ownJurisdiction,
        codes: terms.jurisdictions.map(({ code }) => code),
        automaticRegistration: rulebook.procedures.automaticRegistration,
        procedures: Object.entries(rulebook.procedures.procedures).map(([procedure, rule]) => ({
          procedure,
          rule,
          hearing:
            rulebook.procedures.hearing !== null &&
            rule !== null &&
            !rulebook.procedures.simplified.includes(procedure),
        })),
        promises: [
          { topic: null, length: lengthText(promised.default, language, t) },
          ...Object.entries(promised.topics).map(([topic, length]) => ({
            topic,
            length: lengthText(length, language, t),
          })),
        ],
        review: {
          first: lengthText(promised.review.first, language, t),
          again: lengthText(promised.review.again, language, t),
          triage: lengthText(promised.triage, language, t),
        },
        steps: rulebook.escalation.steps.map(({ step, clock: name, at, receivers }) => ({
          step,
          clock: name,
          workingDays: at === 'half' ? null : at.workingDays,
          receivers,
        })),
        rules: rulebook.rules.map((rule) => ruleView(rule, today)),
      };
    },
  );
};
