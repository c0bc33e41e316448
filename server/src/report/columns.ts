const wide =
  /[\u1100-\u115f\u2014\u2018\u2019\u201c\u201d\u2026\u2460-\u24ff\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/

/** How many columns of a terminal a text takes: Chinese characters and marks take two. */
export const columns = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char > '\uffff' || wide.test(char) ? 2 : 1), 0)
