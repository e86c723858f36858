# The gateway between Telegram and Rasa.
# docker build -f deploy/images/gateway.Dockerfile .
FROM python:3.13-slim-bookworm AS environment
ENV UV_PROJECT_ENVIRONMENT=/venv UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1 UV_PYTHON_DOWNLOADS=never
RUN pip install --no-cache-dir uv==0.13.9
WORKDIR /build
COPY pyproject.toml uv.lock ./
RUN uv sync --locked --no-cache --no-default-groups --group gateway

FROM python:3.13-slim-bookworm
RUN groupadd --gid 10001 companion \
    && useradd --uid 10001 --gid companion --no-create-home --home-dir /tmp companion \
    && install -d -o companion -g companion /data /data/exports
COPY --from=environment /venv /venv
WORKDIR /companion
COPY environment environment
COPY knowledge knowledge
COPY safety safety
COPY migrations migrations
COPY conversations conversations
COPY domain.yml ./
COPY bot bot
COPY scripts/__init__.py scripts/healthy.py scripts/
RUN python -m compileall -q .
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 SQLALCHEMY_SILENCE_UBER_WARNING=1 DATA_FOLDER=/data LISTEN_HOST=0.0.0.0
USER 10001:10001
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["python", "-m", "scripts.healthy", "gateway"]
CMD ["python", "-W", "ignore", "-m", "bot"]
