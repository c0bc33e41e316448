import { type Begin, type Port, serve } from './worker/serve.ts'

declare const self: Port

/** The first message says where things are; from the next on it is a connection. */
self.onmessage = ({ data }) => serve(self, data as Begin)
