"""What Alembic runs for every history: within the transaction it is given."""

from alembic import context

given = context.config.attributes
context.configure(connection=given["connection"], version_table=given["table"])
context.run_migrations()
