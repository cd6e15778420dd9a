"""The two sealed tables."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies: ClassVar = []

    operations: ClassVar = [
        migrations.CreateModel(
            name="SealedSession",
            fields=[
                ("row_id", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("sealed", models.BinaryField()),
                ("expires_at", models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="Interview",
            fields=[
                ("run_row", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("sealed", models.BinaryField()),
                ("started_at", models.DateTimeField()),
                ("last_post_at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["last_post_at"], name="interview_last_post"),
                    models.Index(fields=["started_at"], name="interview_started"),
                ],
            },
        ),
    ]
