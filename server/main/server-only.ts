// Stands in for the `server-only` package where there is no React Server bundler to read it: on the server itself.
export {};
