"""Run by Alembic: the steps in `versions` on the connection that `db.migrate` hands over."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], render_as_batch=True)
context.run_migrations()
