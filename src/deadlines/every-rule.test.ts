import { expect, it } from 'vitest';
import { day } from '../kernel/day.ts';
import { computeDue } from './compute-due.ts';
import { knownJurisdictions, loadJurisdiction } from './load-rulebook.ts';

/** Counted by hand on a wall calendar from Monday, 23 November 2026; 16 December is a holiday in Kazakhstan. */
const FROM = day('2026-11-23');
const BY_HAND: Record<string, string> = {
  'kz.appk.registration': '2026-11-23',
  'kz.appk.redirect': '2026-11-26',
  'kz.appk.review': '2026-12-14',
  'kz.appk.return_identical': '2026-11-26',
  'kz.appk.hearing_notice': '2026-11-18',
  'kz.appk.termination_notice': '2026-11-26',
  'kz.appk.file_access': '2026-11-26',
  'kz.appk.complaint_filing': '2027-02-23',
  'kz.appk.complaint_forward': '2026-11-26',
  'kz.appk.complaint_review': '2026-12-22',
  'kz.appk.personal_reception': '2026-12-23',
  'kz.info.request': '2026-12-08',
  'kz.info.redirect': '2026-11-26',
  'kz.info.refusal': '2026-11-30',
  'kz.info.already_published': '2026-11-26',
  'kz.service.complaint_provider': '2026-11-30',
  'kz.service.complaint_control_body': '2026-12-14',
  'kz.petition.join50': '2026-12-22',
  'kz.petition.check': '2026-12-22',
  'kz.petition.media_notice': '2026-11-30',
  'kz.petition.signature_window': '2027-05-23',
  'kz.petition.forward': '2026-11-26',
  'kz.petition.review_central': '2027-01-22',
  'kz.petition.review_local': '2026-12-22',
  'kz.petition.publish_decision': '2026-11-24',
  'kz.pd.consent_withdrawal': '2026-12-14',
  'kz.pd.fix_block_erase': '2026-11-24',
  'kz.pd.breach_notice': '2026-11-24',
  'kz.pd.automated_objection': '2026-11-26',
  'kz.pd.transfer_notice': '2026-12-07',
  'kr.civil_petition.simple_inquiry': '2026-12-01',
  'kr.civil_petition.law_inquiry': '2026-12-10',
  'kr.civil_petition.suggestion': '2026-12-10',
  'kr.civil_petition.grievance': '2026-12-01',
  'kr.bluehouse_petition': 'deadline.rule_not_in_force',
  'tw.join.signatures': '2027-01-22',
  'tw.join.reply': '2027-01-23',
  'uk.foi': '2026-12-22',
  'uk.petition.response': '2027-05-23',
  'br.ouvidoria': '2026-12-23',
  'br.lai': '2026-12-13',
  'ee.memorandum': '2026-12-23',
  'ee.collective_address': '2026-12-23',
  'sg.practice': '2026-11-26',
  'us.foia': '2026-12-22',
};

const shipped = knownJurisdictions().map((code) => loadJurisdiction(code));

it('leaves no rule out', () => {
  const ids = shipped.flatMap(({ rulebook }) => rulebook.rules.map(({ id }) => id as string));
  expect(Object.keys(BY_HAND).sort()).toEqual([...new Set(ids)].sort());
});

it.each(Object.entries(BY_HAND))('%s ends on %s', (id, expected) => {
  const home = shipped.find(({ rulebook }) => rulebook.has(id));
  const compute = () => home && computeDue(home.rulebook.rule(id, FROM), FROM, [], home.calendar).dueOn;
  if (expected.startsWith('deadline.')) expect(compute).toThrow(expect.objectContaining({ code: expected }));
  else expect(compute()).toBe(expected);
});
