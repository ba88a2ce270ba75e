import { describe, expect, it } from 'vitest';
import { errorDetail } from '../../../../src/background/service/error-detail.ts';

describe("the service's own words", () => {
  it.each([
    ['detail as text', '{"detail":"image too small"}', 'image too small'],
    ['detail as a list', '{"detail":[{"msg":"field required"},{"msg":"bad value"}]}', 'field required; bad value'],
    ['error_description', '{"error":"invalid_client","error_description":"unknown client"}', 'unknown client'],
    ['error.message', '{"error":{"message":"no such model"}}', 'no such model'],
    ['error as text', '{"error":"invalid_client"}', 'invalid_client'],
    ['message', '{"message":"slow down"}', 'slow down'],
    ['detail before all others', '{"message":"b","error":"c","detail":"a"}', 'a'],
    ['short plain text', 'Bad Request', 'Bad Request'],
    ['several lines', 'a\n\tb', 'a b'],
    ['direction marks', 'a\u202eb', 'a b'],
  ])('are taken from %s', (_name, body, words) => {
    expect(errorDetail(body, [])).toBe(words);
  });

  it.each([
    ['HTML', '<html><body>502</body></html>'],
    ['HTML in a field', '{"detail":"<b>no</b>"}'],
    ['long plain text', 'x'.repeat(301)],
    ['an empty body', ''],
    ['a number', '{"detail":7}'],
    ['JSON null', 'null'],
    ['a secret given back', '{"detail":"key canary-secret is wrong"}'],
  ])('are not taken from %s', (_name, body) => {
    expect(errorDetail(body, ['canary-secret'])).toBeUndefined();
  });

  it.each([
    ['as it is', 'no client desk with canary+secret /1'],
    ['as a form has it', 'bad request: client_id=desk&client_secret=canary%2Bsecret+%2F1'],
    ['as an address has it', 'bad request: /token?client_secret=canary%2Bsecret%20%2F1'],
  ])('are not taken where they give a secret back %s', (_name, detail) => {
    expect(errorDetail(JSON.stringify({ detail }), ['canary+secret /1'])).toBeUndefined();
  });

  it('are cut to 300 characters', () => {
    expect(errorDetail(JSON.stringify({ detail: 'y'.repeat(500) }), [])).toHaveLength(301);
  });
});
