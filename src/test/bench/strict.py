"""Mails (*.eml of a folder), read by Python's strict parser: strict.py FOLDER MAILS. Fails where there is a defect, or not that many mails."""
import email, email.policy, os, sys

folder, wanted = sys.argv[1], int(sys.argv[2])
policy = email.policy.default.clone(raise_on_defect=False)
strict = email.policy.strict
defects = mails = files = pictures = wrong = 0
for name in os.listdir(folder):
    if not name.endswith(".eml"):
        continue
    data = open(os.path.join(folder, name), "rb").read()
    message = email.message_from_bytes(data, policy=policy)
    email.message_from_bytes(data, policy=strict.clone())  # raises at the first defect of the structure
    mails += 1
    if message["Bcc"] is not None or len(message.get_all("To")) != 1:
        wrong += 1
    for part in message.walk():
        defects += len(part.defects)
        for header in part.keys():
            for value in part.get_all(header):
                defects += len(getattr(value, "defects", ()))
        if part.is_multipart():
            continue
        payload = part.get_payload(decode=True)
        defects += len(part.defects)
        if part.get_content_disposition() == "attachment":
            files += 1
            filename = part.get_filename()
            wrong += not filename or any(c in filename for c in "/\\\r\n\0")
            if part.get_content_type() == "text/calendar":
                wrong += not part.get_content().startswith("BEGIN:VCALENDAR")
        if part["Content-ID"]:
            pictures += 1
            html = message.get_body(("html",)).get_content()
            wrong += ("cid:" + part["Content-ID"].strip("<>")) not in html
    for line in data.split(b"\r\n"):
        wrong += len(line) > 998 or b"\n" in line or b"\r" in line
print(f"{mails} mails, {files} files, {pictures} pictures: {defects} defects, {wrong} wrong")
sys.exit(1 if defects or wrong or mails != wanted else 0)
