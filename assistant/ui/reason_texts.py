"""What readers say of a file, with the same in English; readers say it in Vietnamese."""

from __future__ import annotations

__all__ = ["OTHER", "PAIRS"]

OTHER = (
    "The file could not be read. Open it, save it in another format such as .docx or PDF, and"
    " upload it again."
)
"""Instead of what nobody has put into English."""

PAIRS = (
    ("tệp rỗng. Hãy chọn tệp có nội dung.", "the file is empty. Choose a file with content."),
    ("tệp rỗng. Hãy nạp tệp có nội dung.", "the file is empty. Upload a file with content."),
    (
        "chưa đọc được tệp dạng này. Hãy chọn một trong: {}.",
        "files of this kind are not read yet. Choose one of: {}.",
    ),
    ("tệp lớn {} MB, quá {} MB. Hãy tách tệp.", "the file has {} MB, more than {} MB. Split it."),
    (
        (
            "tệp lớn {} MB, quá mức {} MB. Hãy tách tệp, hoặc tăng max_file_bytes trong"
            " chinhsach.toml."
        ),
        "the file has {} MB, more than {} MB. Split it, or raise max_file_bytes in chinhsach.toml.",
    ),
    (
        "đã có tệp này với tên “{}”. Không cần tải lại.",
        "this file is there already, as “{}”. There is no need to upload it again.",
    ),
    ("không còn tệp này. Hãy tải lại trang.", "this file is gone. Reload the page."),
    (
        "không ghi được tệp. Hãy kiểm tra chỗ trống của ổ đĩa và quyền ghi.",
        (
            "the file could not be written. Check the free space of the disk and the permission"
            " to write."
        ),
    ),
    (
        (
            "không ghi được nhật ký thay đổi. Hãy kiểm tra chỗ trống của ổ đĩa và quyền ghi, rồi"
            " thử lại."
        ),
        (
            "the change could not be logged. Check the free space of the disk and the permission"
            " to write, then try again."
        ),
    ),
    (
        "không đọc được nhật ký thay đổi. Hãy kiểm tra quyền đọc.",
        "the log of changes could not be read. Check the permission to read it.",
    ),
    (
        "không xóa được tệp. Hãy đóng tệp ở chương trình khác.",
        "the file could not be deleted. Close it in other programs.",
    ),
    (
        "không mở được tệp ({}). Hãy kiểm tra quyền đọc tệp.",
        "the file could not be opened ({}). Check the permission to read it.",
    ),
    (
        "không mở được thư mục ({}). Hãy cấp quyền đọc.",
        "the folder could not be opened ({}). Grant the permission to read it.",
    ),
    (
        "không có tệp hay thư mục “{}”. Hãy kiểm tra lại đường dẫn.",
        "there is no file or folder “{}”. Check the path.",
    ),
    (
        "liên kết trỏ ra ngoài thư mục. Hãy chép tệp thật vào thư mục.",
        "the link leads out of the folder. Copy the file itself into the folder.",
    ),
    (
        "trùng nội dung với {}. Hãy bỏ một trong hai tệp.",
        "the content is that of {}. Remove one of the two files.",
    ),
    (
        "trùng mã “{}” với {}. Hãy đổi tên một trong hai.",
        "its id “{}” is that of {}. Rename one of the two.",
    ),
    (
        "không có đoạn văn nào để tìm. Hãy kiểm tra nội dung của tệp.",
        "there is no passage to search. Check the content of the file.",
    ),
    (
        (
            "lỗi không lường trước khi đọc ({}). Hãy mở tệp để kiểm tra, lưu lại dưới dạng khác"
            " rồi lập chỉ mục lại."
        ),
        (
            "an unforeseen error while reading ({}). Open the file to check it, save it in"
            " another format and build the index again."
        ),
    ),
    (
        "trình đọc dừng đột ngột ở tệp này. Hãy lưu lại tệp dưới dạng khác rồi lập chỉ mục lại.",
        "the reader broke off at this file. Save it in another format and build the index again.",
    ),
    (
        (
            "trình đọc dừng đột ngột ở tệp này (tệp hỏng, hoặc cần quá nhiều bộ nhớ). Hãy mở tệp,"
            " lưu lại (in lại thành PDF) rồi nạp lại."
        ),
        (
            "the reader broke off at this file (it is damaged, or needs too much memory). Open"
            " it, save it again (print it to PDF) and upload it again."
        ),
    ),
    (
        (
            "đọc một trang mất quá {} giây, đã dừng. Hãy lưu lại tệp (in lại thành PDF), hoặc"
            " tăng page_seconds trong chinhsach.toml."
        ),
        (
            "a page took more than {} seconds and was given up. Save the file again (print it to"
            " PDF), or raise page_seconds in chinhsach.toml."
        ),
    ),
    (
        (
            "đọc tệp mất quá {} giây, đã dừng. Hãy tách tệp, hoặc tăng file_seconds trong"
            " chinhsach.toml."
        ),
        (
            "the file took more than {} seconds and was given up. Split it, or raise file_seconds"
            " in chinhsach.toml."
        ),
    ),
    (
        "PDF có mật khẩu. Hãy bỏ mật khẩu (in lại thành PDF) rồi nạp lại.",
        "the PDF has a password. Remove it (print to PDF again) and upload the file again.",
    ),
    (
        "PDF có {} trang, quá mức {}. Hãy tách tệp, hoặc tăng max_pages trong chinhsach.toml.",
        "the PDF has {} pages, more than {}. Split it, or raise max_pages in chinhsach.toml.",
    ),
    (
        "tệp PDF hỏng, không có trang nào. Hãy tải lại tệp gốc.",
        "the PDF is damaged and has no pages. Download the original file again.",
    ),
    (
        "tệp PDF hỏng, không mở được. Hãy tải lại tệp gốc.",
        "the PDF is damaged and could not be opened. Download the original file again.",
    ),
    ("bản quét, cần OCR: {}", "a scan, which needs OCR: {}"),
    (
        "bản quét không nhận dạng được chữ nào. Hãy quét lại rõ hơn, ở 300 dpi.",
        "no text was recognised in the scan. Scan it again more clearly, at 300 dpi.",
    ),
    ("cài bằng lệnh {}.", "install it with the command {}."),
    (
        "cài Tesseract 5 và gói ngôn ngữ vie ({}).",
        "install Tesseract 5 with the language package vie ({}).",
    ),
    ("Tesseract gặp lỗi ở trang này. {}", "Tesseract failed at this page. {}"),
    ("không chạy được Tesseract ({}). {}", "Tesseract could not be run ({}). {}"),
    (
        (
            "nhận dạng một trang mất quá {} giây. Hãy giảm ocr_dpi hoặc tăng page_seconds trong"
            " chinhsach.toml."
        ),
        (
            "the recognition of a page took more than {} seconds. Lower ocr_dpi or raise"
            " page_seconds in chinhsach.toml."
        ),
    ),
    (
        "không có chữ nào để đọc. Hãy kiểm tra lại nội dung tệp.",
        "there is no text to read. Check the content of the file.",
    ),
    (
        "ảnh có {} trang, quá mức {}. Hãy tách tệp, hoặc tăng max_pages trong chinhsach.toml.",
        "the picture has {} pages, more than {}. Split it, or raise max_pages in chinhsach.toml.",
    ),
    (
        "ảnh hỏng, không mở được. Hãy quét hoặc tải lại ảnh.",
        "the picture is damaged and could not be opened. Scan or download it again.",
    ),
    (
        "ảnh không có chữ nào nhận dạng được. Hãy quét lại rõ hơn, ở 300 dpi.",
        "no text was recognised in the picture. Scan it again more clearly, at 300 dpi.",
    ),
    ("ảnh quá lớn. Hãy quét lại ở 300 dpi.", "the picture is too large. Scan it again at 300 dpi."),
    (
        "ảnh {}×{} điểm, quá lớn. Hãy quét lại ở 300 dpi.",
        "the picture has {}×{} pixels, which is too large. Scan it again at 300 dpi.",
    ),
    (
        "định dạng này không có hình trang. Hãy xem chữ của tài liệu.",
        "this format has no pictures of pages. See the text of the document.",
    ),
    (
        "tệp không có trang {}. Hãy lập lại chỉ mục: chinhsach index",
        "the file has no page {}. Build the index again: chinhsach index",
    ),
    (
        "trang này không vẽ được. Hãy mở tệp gốc bằng chương trình khác.",
        "this page could not be drawn. Open the original file in another program.",
    ),
    (
        "bảng tính gộp nhiều ô bất thường. Hãy bỏ gộp ô thừa rồi lưu lại.",
        "the spreadsheet has too many merged cells. Unmerge those not needed and save it again.",
    ),
    (
        "bảng tính không có ô nào có chữ. Hãy kiểm tra lại nội dung tệp.",
        "the spreadsheet has no cell with text. Check the content of the file.",
    ),
    (
        "tệp .xlsx hỏng, không mở được. Hãy mở bằng Excel rồi lưu lại.",
        "the .xlsx file is damaged and could not be opened. Open it in Excel and save it again.",
    ),
    (
        "tệp Excel 97 (.xls) có mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu rồi lưu lại.",
        (
            "the Excel 97 file (.xls) has a password. Open it in Excel, remove the password and"
            " save it again."
        ),
    ),
    (
        "tệp Excel 97 (.xls) hỏng, không đọc được. Hãy mở bằng Excel rồi lưu thành .xlsx.",
        (
            "the Excel 97 file (.xls) is damaged and could not be read. Open it in Excel and save"
            " it as .xlsx."
        ),
    ),
    (
        "tệp PowerPoint 97 (.ppt) hỏng, không đọc được. Hãy mở bằng PowerPoint rồi lưu lại.",
        (
            "the PowerPoint 97 file (.ppt) is damaged and could not be read. Open it in"
            " PowerPoint and save it again."
        ),
    ),
    (
        "tệp PowerPoint có mật khẩu. Hãy mở bằng PowerPoint, bỏ mật khẩu rồi lưu lại.",
        (
            "the PowerPoint file has a password. Open it in PowerPoint, remove the password and"
            " save it again."
        ),
    ),
    (
        "tệp RTF hỏng, không đọc được. Hãy mở bằng Word rồi lưu thành .docx.",
        "the RTF file is damaged and could not be read. Open it in Word and save it as .docx.",
    ),
    (
        "tệp Word 97 (.doc) có mật khẩu. Hãy mở bằng Word, bỏ mật khẩu rồi lưu lại.",
        (
            "the Word 97 file (.doc) has a password. Open it in Word, remove the password and"
            " save it again."
        ),
    ),
    (
        "tệp Word 97 (.doc) dài bất thường. Hãy tách tệp rồi nạp lại.",
        "the Word 97 file (.doc) is too long. Split it and upload it again.",
    ),
    (
        "tệp Word 97 (.doc) hỏng, không đọc được. Hãy mở bằng Word rồi lưu thành .docx.",
        (
            "the Word 97 file (.doc) is damaged and could not be read. Open it in Word and save"
            " it as .docx."
        ),
    ),
    (
        (
            "tệp Word đời cũ hơn Word 97, không đọc được. Hãy mở bằng Word hoặc LibreOffice rồi"
            " lưu thành .docx."
        ),
        (
            "the file is older than Word 97 and could not be read. Open it in Word or LibreOffice"
            " and save it as .docx."
        ),
    ),
    (
        "tệp .docx hỏng, không mở được. Hãy mở bằng Word rồi lưu lại.",
        "the .docx file is damaged and could not be opened. Open it in Word and save it again.",
    ),
    (
        "văn bản dài bất thường. Hãy tách tệp rồi nạp lại.",
        "the text is too long. Split the file and upload it again.",
    ),
    (
        "trang HTML rỗng hoặc hỏng. Hãy lưu lại trang rồi nạp lại.",
        "the web page is empty or damaged. Save it again and upload it again.",
    ),
    (
        "tệp {} này thật ra là trang báo lỗi của một trang web. Hãy tải lại tệp gốc rồi nạp lại.",
        (
            "this {} file is in fact the error page of a website. Download the original and"
            " upload it again."
        ),
    ),
    (
        (
            "phần khai báo đầu tệp sai cú pháp YAML ở dòng {}. Hãy đặt giá trị có dấu hai chấm"
            " trong ngoặc kép, hoặc bỏ phần này."
        ),
        (
            "the YAML at the head of the file is wrong in line {}. Put values with a colon in"
            " quotes, or remove that part."
        ),
    ),
    (
        (
            "phần khai báo đầu tệp sai cú pháp YAML{}. Hãy đặt giá trị có dấu hai chấm trong"
            " ngoặc kép, hoặc bỏ phần này."
        ),
        (
            "the YAML at the head of the file is wrong. Put values with a colon in quotes, or"
            " remove that part."
        ),
    ),
    (
        "không nhận ra bảng mã chữ (có thể là tệp nhị phân). Hãy lưu lại tệp với bảng mã UTF-8.",
        "the character set could not be told (the file may be binary). Save it again as UTF-8.",
    ),
    (
        "tệp nhị phân, không phải văn bản. Hãy nạp tệp ở dạng {}.",
        "the file is binary and no text. Upload one of: {}.",
    ),
    (
        "tệp {} bung ra lớn bất thường, có thể là bom nén. Hãy lấy tệp từ nguồn tin cậy.",
        (
            "the {} file unpacks to too much and may be a bomb. Take the file from a source that"
            " you trust."
        ),
    ),
    (
        "tệp {} hỏng (gói nén không mở được). Hãy tải lại tệp gốc rồi nạp lại.",
        (
            "the {} file is damaged (it could not be unpacked). Download the original and upload"
            " it again."
        ),
    ),
    (
        "tệp {} hỏng hoặc không đúng định dạng. Hãy tải lại tệp gốc rồi nạp lại.",
        "the {} file is damaged or of another format. Download the original and upload it again.",
    ),
    (
        "tệp {} hỏng, không mở được. Hãy tải lại tệp gốc.",
        "the {} file is damaged and could not be opened. Download the original again.",
    ),
    (
        "{}. Hãy chuyển nội dung sang một trong các dạng {}.",
        "{}. Convert its content to one of {}.",
    ),
    (
        "{}. Hãy mở bằng Word hoặc LibreOffice rồi lưu thành .docx và nạp lại.",
        "{}. Open it in Word or LibreOffice, save it as .docx and upload it again.",
    ),
    ("tệp {} này thật ra là {}", "this {} file is in fact {}"),
    ("đây là {}", "this is {}"),
    ("bản trình chiếu PowerPoint (.pptx)", "a PowerPoint presentation (.pptx)"),
    ("gói nén (.zip)", "an archive (.zip)"),
    ("tài liệu Office có mật khẩu", "an Office document with a password"),
    ("tài liệu Office đời cũ", "an old Office document"),
    ("dòng {} không phải JSON. Hãy sửa dòng này.", "line {} is no JSON. Mend that line."),
    (
        "dòng {} thiếu trường “_id”. Hãy bổ sung rồi nạp lại.",
        "line {} has no field “_id”. Add it and upload the file again.",
    ),
    (
        "dòng {} có “title” hoặc “text” không phải chuỗi. Hãy sửa dòng này.",
        "line {} has a “title” or “text” that is no string. Mend that line.",
    ),
    (
        "dòng {} lặp lại “_id” {}. Hãy đặt mã riêng cho từng dòng.",
        "line {} repeats the “_id” {}. Give every line an id of its own.",
    ),
)
"""A message, and the same in English; ``{}`` is what it names, in the same order."""
