// What esbuild puts in where a browser's bundle says Buffer.
export { Buffer } from 'buffer/'
