/**
 * Why a file is not read. encrypted: with a password; old: .doc of before 2007; broken: cut off or damaged; huge: more than
 * any document has, as a zip bomb would be; notWord: something else.
 */
export type WordFault = 'encrypted' | 'old' | 'broken' | 'huge' | 'notWord'

export class WordError extends Error {
  readonly fault: WordFault
  constructor(fault: WordFault) {
    super(fault)
    this.fault = fault
  }
}
